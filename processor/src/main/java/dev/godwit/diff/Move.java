package dev.godwit.diff;

import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.List;

/**
 * Values of one column that move to another table, under names of the model.
 *
 * @param join which rows belong together
 * @param goes whether the column goes that they were in; else they are copied
 */
record Move(Ref from, Ref to, List<Pair> join, boolean goes) {

    Move {
        join = List.copyOf(join);
    }

    /** The columns, each in its table. */
    Pair pair() {
        return new Pair(from.column().orElseThrow(), to.column().orElseThrow());
    }

    /** Whether both are about the same rows of the same tables. */
    boolean isBeside(Move other) {
        return from.object().equals(other.from.object())
                && to.object().equals(other.to.object())
                && join.equals(other.join);
    }

    /** The same values on their way back, under the names of before. */
    Move back(Renames back) {
        return new Move(
                before(to, back),
                before(from, back),
                join.stream()
                        .map(pair ->
                                new Pair(back.column(to.object(), pair.to()), back.column(from.object(), pair.from())))
                        .toList(),
                true);
    }

    private static Ref before(Ref place, Renames back) {
        QualifiedName table = place.object();
        Identifier column = place.column().orElseThrow();
        return Ref.of(back.table(table), back.column(table, column));
    }

    /** What several moves about the same rows are in a migration. */
    static MoveValues change(List<Move> moves, boolean newRows) {
        Move first = moves.get(0);
        return new MoveValues(
                first.from.object(),
                first.to.object(),
                first.join,
                moves.stream().map(Move::pair).toList(),
                newRows);
    }
}
