package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropTable;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which values of a migration leave one table for another: what they are moved from goes with it, what they are moved to comes. */
record TableMoves(List<Change> changes, List<Change> wayBack) {

    TableMoves {
        changes = List.copyOf(changes);
        wayBack = List.copyOf(wayBack);
    }

    /** Those whose values leave, whatever the kind of their rows. */
    Stream<MoveValues> all() {
        return changes.stream()
                .filter(MoveValues.class::isInstance)
                .map(MoveValues.class::cast)
                .filter(move -> move.kind().isEmpty())
                .filter(this::leaves);
    }

    private boolean leaves(MoveValues move) {
        return dropsTable(move.from())
                || move.columns().stream().anyMatch(pair -> dropsColumn(move.from(), pair.from()));
    }

    boolean dropsTable(QualifiedName table) {
        return changes.stream()
                .anyMatch(change ->
                        change instanceof DropTable drop && drop.table().equals(table));
    }

    boolean dropsColumn(QualifiedName table, Identifier column) {
        return changes.stream()
                .anyMatch(change -> change instanceof DropColumn drop
                        && drop.table().equals(table)
                        && drop.column().equals(column));
    }

    boolean createsTable(QualifiedName table) {
        return changes.stream()
                .anyMatch(change -> change instanceof CreateTable create
                        && create.table().name().equals(table));
    }

    Optional<AddColumn> adding(QualifiedName table, Identifier column) {
        return new Values(changes).adding(table, column);
    }

    /** Columns that the migration adds to a table, wherever it says so. */
    Stream<Column> addedColumns(QualifiedName table) {
        return changes.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> add.table().equals(table))
                .map(AddColumn::column);
    }

    /** How the values come back. */
    Optional<MoveValues> back(MoveValues move) {
        return wayBack.stream()
                .filter(MoveValues.class::isInstance)
                .map(MoveValues.class::cast)
                .filter(back -> back.from().equals(move.to())
                        && back.to().equals(move.from())
                        && isReverse(back.join(), move.join())
                        && isReverse(back.columns(), move.columns()))
                .findFirst();
    }

    static boolean isReverse(List<Pair> back, List<Pair> forth) {
        return back.size() == forth.size()
                && back.stream().allMatch(pair -> forth.contains(new Pair(pair.to(), pair.from())));
    }

    /** Whether the rows of the table that values go to belong to those of the one they come from, not the reverse. */
    boolean goesToParts(MoveValues move, List<ForeignKey> ofFrom) {
        if (move.newRows()) {
            return true;
        }
        boolean fromParts = back(move).filter(MoveValues::newRows).isPresent()
                || ofFrom.stream()
                        .anyMatch(key -> joins(key, MoveValues.columnsOf(move.join(), Pair::from), move.to()));
        return !fromParts;
    }

    /** The foreign keys of a table that the migration makes after it. */
    Stream<ForeignKey> added(QualifiedName table) {
        return changes.stream()
                .filter(AddForeignKey.class::isInstance)
                .map(AddForeignKey.class::cast)
                .filter(add -> add.table().equals(table))
                .map(AddForeignKey::key);
    }

    /** Whether a foreign key tells to which owners parts belong. */
    static boolean joins(ForeignKey key, List<Identifier> columns, QualifiedName owner) {
        return key.referencedTable().equals(owner)
                && key.columns().size() == columns.size()
                && columns.containsAll(key.columns());
    }
}
