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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All values that move in one direction.
 *
 * @param list those that are declared
 * @param byKind those of classes whose inheritance strategy changes, a class before its subclasses
 * @param roots what columns that tell classes apart hold for a row of the root class, as SQL
 */
record Moves(List<Move> list, List<KindMove> byKind, Map<Ref, String> roots) {

    static final Moves NONE = new Moves(List.of());

    Moves {
        list = List.copyOf(list);
        byKind = List.copyOf(byKind);
        roots = Map.copyOf(roots);
    }

    Moves(List<Move> list) {
        this(list, List.of(), Map.of());
    }

    /** With the values of classes, whatever is declared of them. */
    Moves with(InheritanceResolver inheritance) {
        List<KindMove> found = inheritance.moves();
        return new Moves(
                list.stream()
                        .filter(move -> found.stream().noneMatch(kind -> kind.isTarget(move.to())))
                        .toList(),
                found,
                inheritance.roots());
    }

    /** What rows that are there hold in a new column that tells classes apart, unless that moves. */
    Optional<String> root(Ref column) {
        return Optional.ofNullable(roots.get(column));
    }

    /** Whether a table is that of a class whose rows are in another one then. */
    boolean isPart(QualifiedName table) {
        return byKind.stream().anyMatch(move -> move.part().equals(table));
    }

    /** Whether the column gets values from another table. */
    boolean isTarget(Ref column) {
        return list.stream().anyMatch(move -> move.to().equals(column))
                || byKind.stream().anyMatch(move -> move.isTarget(column));
    }

    /** Whether the values of a column that goes are in another table then. */
    boolean isSource(Ref column) {
        return list.stream().anyMatch(move -> move.from().equals(column))
                || byKind.stream().anyMatch(move -> move.isSource(column));
    }

    /** What leads back: values that were copied are still where they were. */
    Moves back(Renames back) {
        Map<Ref, String> backRoots = new HashMap<>();
        roots.forEach((place, value) -> backRoots.put(
                Ref.of(
                        back.table(place.object()),
                        back.column(place.object(), place.column().orElseThrow())),
                value));
        return new Moves(
                list.stream().filter(Move::goes).map(move -> move.back(back)).toList(),
                byKind.stream().map(move -> move.back(back)).toList(),
                backRoots);
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
        byKind.forEach(move -> changes.add(move.change()));
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
