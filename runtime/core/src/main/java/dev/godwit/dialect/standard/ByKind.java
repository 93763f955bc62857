package dev.godwit.dialect.standard;

import dev.godwit.change.Change;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What values that move by the kind of their rows say in full, so that what was kept from before says nothing beside them:
 * rows may have gone since, or have become others.
 */
record ByKind(List<Change> changes) {

    ByKind {
        changes = List.copyOf(changes);
    }

    Stream<MoveValues> moves() {
        return changes.stream()
                .filter(MoveValues.class::isInstance)
                .map(MoveValues.class::cast)
                .filter(move -> move.kind().isPresent());
    }

    /** Whether all that a new table holds comes from another one. */
    boolean fills(Table table) {
        return moves().anyMatch(move -> move.newRows() && move.to().equals(table.name()) && fills(move, table));
    }

    private static boolean fills(MoveValues move, Table table) {
        Set<Identifier> given = new HashSet<>(MoveValues.columnsOf(move.join(), Pair::to));
        given.addAll(MoveValues.columnsOf(move.columns(), Pair::to));
        return given.containsAll(table.columns().keySet());
    }

    /** Whether what rows hold in a new column follows from the tables that they have a row in. */
    boolean fills(QualifiedName table, Identifier column) {
        return moves().anyMatch(move -> !move.newRows()
                && move.to().equals(table)
                && (move.kind().orElseThrow().column().equals(column)
                        || MoveValues.columnsOf(move.columns(), Pair::to).contains(column)));
    }
}
