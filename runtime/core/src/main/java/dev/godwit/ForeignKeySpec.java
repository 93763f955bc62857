package dev.godwit;

import dev.godwit.schema.ForeignKey.Action;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key, without its name.
 *
 * @param definition SQL that stands in for everything behind the name
 * @param options SQL appended to the definition
 */
public record ForeignKeySpec(
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        Action onDelete,
        Optional<String> definition,
        Optional<String> options) {

    public ForeignKeySpec {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /** The columns of a foreign key; what they refer to follows. */
    public static Columns foreignKey(String... columns) {
        return new Columns(List.of(columns));
    }

    public ForeignKeySpec onDelete(Action action) {
        return new ForeignKeySpec(columns, referencedTable, referencedColumns, action, definition, options);
    }

    /** Replaces everything behind the name by SQL. */
    public ForeignKeySpec definition(String sql) {
        return new ForeignKeySpec(columns, referencedTable, referencedColumns, onDelete, Optional.of(sql), options);
    }

    public ForeignKeySpec options(String sql) {
        return new ForeignKeySpec(columns, referencedTable, referencedColumns, onDelete, definition, Optional.of(sql));
    }

    /** A foreign key that does not say yet what it refers to. */
    public record Columns(List<String> columns) {

        /** The table and the columns referred to, in the order of the foreign key's own. */
        public ForeignKeySpec references(String table, String... referenced) {
            return new ForeignKeySpec(
                    columns, table, List.of(referenced), Action.NO_ACTION, Optional.empty(), Optional.empty());
        }
    }
}
