package dev.godwit.recording;

import dev.godwit.MovedValues;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Kind;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects which values move. */
final class MoveDefinition implements MovedValues {

    private final List<Pair> join = new ArrayList<>();
    private final List<Pair> columns = new ArrayList<>();
    private boolean newRows;
    private Optional<Kind> kind = Optional.empty();

    static MoveValues of(String from, String to, Consumer<MovedValues> definition) {
        MoveDefinition move = new MoveDefinition();
        definition.accept(move);
        if (move.join.isEmpty() || move.columns.isEmpty() && move.kind.isEmpty()) {
            throw new IllegalStateException(
                    "Which values of %s move to %s is not said: call join(…) and column(…).".formatted(from, to));
        }
        return new MoveValues(
                QualifiedName.of(from), QualifiedName.of(to), move.join, move.columns, move.newRows, move.kind);
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
        if (kind.isPresent()) {
            throw new IllegalStateException("Say newRows(…) or marks(…) once.");
        }
        newRows = true;
        return this;
    }

    @Override
    public MovedValues newRows(String column, String... values) {
        if (values.length == 0) {
            throw new IllegalStateException("For which values of %s rows are made is not said.".formatted(column));
        }
        kind(column, values);
        newRows = true;
        return this;
    }

    @Override
    public MovedValues marks(String column, String... value) {
        if (value.length > 1) {
            throw new IllegalStateException(
                    "Rows are given one value of %s, not %s.".formatted(column, List.of(value)));
        }
        kind(column, value);
        return this;
    }

    private void kind(String column, String... values) {
        if (kind.isPresent() || newRows) {
            throw new IllegalStateException("Say newRows(…) or marks(…) once.");
        }
        kind = Optional.of(new Kind(Identifier.of(column), List.of(values)));
    }
}
