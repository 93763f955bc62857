package dev.godwit;

import java.util.Optional;

/** The changes of one existing table, carried out in the order in which they are said. */
public interface TableChanges {

    TableChanges addColumn(String name, ColumnSpec definition);

    /**
     * Adds a column and gives the rows that are there a value.
     *
     * @param valueForExisting SQL expression over the columns of the table
     */
    TableChanges addColumn(String name, ColumnSpec definition, String valueForExisting);

    /**
     * Gives the rows that have no value in a column one, batch by batch.
     *
     * @param value SQL expression over the columns of the table
     */
    TableChanges backfill(String column, String value);

    TableChanges dropColumn(String name);

    TableChanges renameColumn(String from, String to);

    /** Changes a column's definition, stated in full before and after. */
    TableChanges alterColumn(String name, ColumnSpec from, ColumnSpec to);

    /**
     * Changes a column's definition and converts its values.
     *
     * @param conversion SQL expression for the new value
     */
    TableChanges alterColumn(String name, ColumnSpec from, ColumnSpec to, String conversion);

    TableChanges addPrimaryKey(KeySpec key);

    TableChanges dropPrimaryKey();

    TableChanges addUnique(KeySpec key);

    /** Drops a unique key, stated in full: one without a name is found by its columns. */
    TableChanges dropUnique(KeySpec key);

    TableChanges addForeignKey(String name, ForeignKeySpec key);

    TableChanges dropForeignKey(String name);

    TableChanges addCheck(CheckSpec check);

    /** Drops a check, stated in full: one without a name is found by its expression. */
    TableChanges dropCheck(CheckSpec check);

    TableChanges addIndex(String name, IndexSpec index);

    /** Adds an index on columns. */
    default TableChanges addIndex(String name, String... columns) {
        return addIndex(name, IndexSpec.on(columns));
    }

    TableChanges dropIndex(String name);

    /** Changes the comment; empty: there is none. */
    TableChanges comment(Optional<String> from, Optional<String> to);

    /** Changes the SQL options behind the table's definition; empty: there are none. */
    TableChanges options(Optional<String> from, Optional<String> to);
}
