package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.FillColumn;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one direction of a migration says about the values of columns: those that it adds, fills, or alters. */
public record Values(List<Change> changes) {

    public Values {
        changes = List.copyOf(changes);
    }

    /** The value that rows are given in a column that is added, as SQL over the table's other columns. */
    public Optional<String> value(QualifiedName table, Identifier column) {
        return changes.stream()
                .flatMap(change -> Stream.of(added(change, table, column), filled(change, table, column)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How the values of a column are converted. */
    public Optional<String> conversion(QualifiedName table, Identifier column) {
        return changes.stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .filter(change ->
                        change.table().equals(table) && change.to().name().equals(column))
                .flatMap(change -> change.conversion().stream())
                .findFirst();
    }

    /** The first change that adds a column. */
    public Optional<AddColumn> adding(QualifiedName table, Identifier column) {
        return changes.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(change ->
                        change.table().equals(table) && change.column().name().equals(column))
                .findFirst();
    }

    private static Optional<String> added(Change change, QualifiedName table, Identifier column) {
        return change instanceof AddColumn add
                        && isSame(add.table(), add.column().name(), table, column)
                ? add.valueForExisting()
                : Optional.empty();
    }

    private static Optional<String> filled(Change change, QualifiedName table, Identifier column) {
        return change instanceof FillColumn fill && isSame(fill.table(), fill.column(), table, column)
                ? Optional.of(fill.value())
                : Optional.empty();
    }

    private static boolean isSame(QualifiedName table, Identifier column, QualifiedName other, Identifier otherColumn) {
        return table.equals(other) && column.equals(otherColumn);
    }
}
