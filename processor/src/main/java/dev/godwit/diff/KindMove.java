package dev.godwit.diff;

import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.List;
import java.util.Optional;

/**
 * Values of one class that move between its own table and its root's, under names of the model.
 *
 * @param owner the root's table
 * @param part the class's own
 * @param join which rows belong together; of each pair, {@code from} is the owner's
 * @param columns which columns hold the same; of each pair, {@code from} is the owner's
 * @param kind the owner's column that tells classes apart
 * @param kinds what it holds for rows that have one in the class's table
 * @param mark what it holds for rows of the class itself
 * @param toPart whether the class's table comes; else it goes
 */
record KindMove(
        QualifiedName owner,
        QualifiedName part,
        List<Pair> join,
        List<Pair> columns,
        Identifier kind,
        List<String> kinds,
        Optional<String> mark,
        boolean toPart) {

    KindMove {
        join = List.copyOf(join);
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
    }

    /** The column that tells classes apart. */
    Ref kindPlace() {
        return Ref.of(owner, kind);
    }

    boolean isTarget(Ref column) {
        return toPart ? isOfPart(column) : isOfOwner(column);
    }

    boolean isSource(Ref column) {
        return toPart ? isOfOwner(column) : isOfPart(column);
    }

    private boolean isOfOwner(Ref column) {
        return column.equals(kindPlace())
                || columns.stream().anyMatch(pair -> Ref.of(owner, pair.from()).equals(column));
    }

    private boolean isOfPart(Ref column) {
        return columns.stream().anyMatch(pair -> Ref.of(part, pair.to()).equals(column));
    }

    /** The same values on their way back, under the names of before. */
    KindMove back(Renames back) {
        return new KindMove(
                back.table(owner),
                back.table(part),
                back(join, back),
                back(columns, back),
                back.column(owner, kind),
                kinds,
                mark,
                !toPart);
    }

    private List<Pair> back(List<Pair> pairs, Renames back) {
        return pairs.stream()
                .map(pair -> new Pair(back.column(owner, pair.from()), back.column(part, pair.to())))
                .toList();
    }

    MoveValues change() {
        return toPart
                ? new MoveValues(owner, part, join, columns, true, Optional.of(new MoveValues.Kind(kind, kinds)))
                : new MoveValues(
                        part,
                        owner,
                        reversed(join),
                        reversed(columns),
                        false,
                        Optional.of(new MoveValues.Kind(kind, mark.stream().toList())));
    }

    private static List<Pair> reversed(List<Pair> pairs) {
        return pairs.stream().map(pair -> new Pair(pair.to(), pair.from())).toList();
    }
}
