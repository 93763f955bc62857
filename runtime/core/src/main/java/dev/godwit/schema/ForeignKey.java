package dev.godwit.schema;

import java.util.List;
import java.util.Optional;

/**
 * A foreign key.
 *
 * @param referencedColumns in the order of {@code columns}
 * @param definition SQL that stands in for everything behind the name ({@code foreignKeyDefinition})
 * @param options SQL appended to the definition
 */
public record ForeignKey(
        Identifier name,
        List<Identifier> columns,
        QualifiedName referencedTable,
        List<Identifier> referencedColumns,
        Action onDelete,
        Optional<String> definition,
        Optional<String> options) {

    /** What happens to a row when the row it refers to is deleted. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException("Foreign key %s has %d columns and refers to %d."
                    .formatted(name, columns.size(), referencedColumns.size()));
        }
    }

    public ForeignKey(
            Identifier name,
            List<Identifier> columns,
            QualifiedName referencedTable,
            List<Identifier> referencedColumns) {
        this(name, columns, referencedTable, referencedColumns, Action.NO_ACTION, Optional.empty(), Optional.empty());
    }

    public ForeignKey withName(Identifier other) {
        return new ForeignKey(other, columns, referencedTable, referencedColumns, onDelete, definition, options);
    }

    public ForeignKey withOnDelete(Action other) {
        return new ForeignKey(name, columns, referencedTable, referencedColumns, other, definition, options);
    }

    ForeignKey renamed(Identifier from, Identifier to) {
        return new ForeignKey(
                name,
                Names.replace(columns, from, to),
                referencedTable,
                referencedColumns,
                onDelete,
                definition,
                options);
    }

    public ForeignKey referencing(QualifiedName table, List<Identifier> referenced) {
        return new ForeignKey(name, columns, table, referenced, onDelete, definition, options);
    }
}
