package dev.godwit.recording;

import dev.godwit.MovedValues;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects which values move. */
final class MoveDefinition implements MovedValues {

    private final List<Pair> join = new ArrayList<>();
    private final List<Pair> columns = new ArrayList<>();
    private boolean newRows;

    static MoveValues of(String from, String to, Consumer<MovedValues> definition) {
        MoveDefinition move = new MoveDefinition();
        definition.accept(move);
        if (move.join.isEmpty() || move.columns.isEmpty()) {
            throw new IllegalStateException(
                    "Which values of %s move to %s is not said: call join(…) and column(…).".formatted(from, to));
        }
        return new MoveValues(QualifiedName.of(from), QualifiedName.of(to), move.join, move.columns, move.newRows);
    }

    @Override
    public MovedValues join(String from, String to) {
        join.add(new Pair(Identifier.of(from), Identifier.of(to)));
        return this;
    }

    @Override
    public MovedValues column(String from, String to) {
        columns.add(new Pair(Identifier.of(from), Identifier.of(to)));
        return this;
    }

    @Override
    public MovedValues newRows() {
        newRows = true;
        return this;
    }
}
