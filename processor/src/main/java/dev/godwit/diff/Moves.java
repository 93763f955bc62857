package dev.godwit.diff;

import dev.godwit.change.Change;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All values that move in one direction. */
record Moves(List<Move> list) {

    static final Moves NONE = new Moves(List.of());

    Moves {
        list = List.copyOf(list);
    }

    /** Whether the column gets values from another table. */
    boolean isTarget(Ref column) {
        return list.stream().anyMatch(move -> move.to().equals(column));
    }

    /** Whether the values of a column that goes are in another table then. */
    boolean isSource(Ref column) {
        return list.stream().anyMatch(move -> move.from().equals(column));
    }

    /** What leads back: values that were copied are still where they were. */
    Moves back(Renames back) {
        return new Moves(
                list.stream().filter(Move::goes).map(move -> move.back(back)).toList());
    }

    /** The changes, one for each pair of tables, in which rows are made where all they need is known. */
    List<Change> changes(Schema from, Schema to) {
        List<Change> changes = new ArrayList<>();
        List<Move> left = new ArrayList<>(list);
        while (!left.isEmpty()) {
            List<Move> together = left.stream().filter(left.get(0)::isBeside).toList();
            left.removeAll(together);
            QualifiedName target = together.get(0).to().object();
            boolean newRows = from.table(target).isEmpty()
                    && missing(to.table(target).orElseThrow(), together).isEmpty();
            changes.add(Move.change(together, newRows));
        }
        return changes;
    }

    /** A column of the table that nothing gives a value in rows that are made for values that move. */
    static Optional<Identifier> missing(Table table, List<Move> moves) {
        Set<Identifier> given = new HashSet<>();
        moves.stream()
                .flatMap(move -> Stream.concat(move.join().stream(), Stream.of(move.pair())))
                .map(Pair::to)
                .forEach(given::add);
        return table.columns().values().stream()
                .filter(Moves::needsValue)
                .map(Column::name)
                .filter(column -> !given.contains(column))
                .findFirst();
    }

    static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultSql().isEmpty()
                && column.generatedAs().isEmpty()
                && !column.identity();
    }
}
