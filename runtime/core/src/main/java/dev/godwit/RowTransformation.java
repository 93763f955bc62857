package dev.godwit;

import java.util.List;
import java.util.Optional;

/**
 * Java code over the rows of a table, in batches and in the order of the key. What it reads and writes is declared, so
 * that other migrations can be told apart from it.
 *
 * @param <T> the table whose rows are read
 */
public interface RowTransformation<T extends TableHandle<T>> {

    /** The columns handed to the code; again: more of them. */
    RowTransformation<T> read(List<? extends ColumnHandle<T, ?>> columns);

    /** One more column handed to the code. */
    default RowTransformation<T> read(ColumnHandle<T, ?> column) {
        return read(List.of(column));
    }

    /** The columns of each row that the code sets; one that it does not set becomes NULL. Again: more of them. */
    RowTransformation<T> write(List<? extends ColumnHandle<T, ?>> columns);

    /** One more column that the code sets. */
    default RowTransformation<T> write(ColumnHandle<T, ?> column) {
        return write(List.of(column));
    }

    /** Lets the code insert rows into another table, with values for these columns. */
    <U extends TableHandle<U>> RowTransformation<T> insert(U table, List<? extends ColumnHandle<U, ?>> columns);

    /**
     * Lets the code insert rows into another table, or update those with the same values in its primary key.
     *
     * @param columns without the key's
     */
    <U extends TableHandle<U>> RowTransformation<T> upsert(U table, List<? extends ColumnHandle<U, ?>> columns);

    /**
     * Lets the code set columns of a table's rows, found by columns that tell them apart.
     *
     * @param by such as a foreign key: every row with these values is updated
     */
    <U extends TableHandle<U>> RowTransformation<T> update(
            U table, List<? extends ColumnHandle<U, ?>> by, List<? extends ColumnHandle<U, ?>> columns);

    /**
     * Lets the code delete rows of a table, the one that is read among them.
     *
     * @param by every row with these values is deleted
     */
    <U extends TableHandle<U>> RowTransformation<T> delete(U table, List<? extends ColumnHandle<U, ?>> by);

    /** Raised by the author whenever the code changes, since code itself cannot be compared; 1 unless stated. */
    RowTransformation<T> revision(int revision);

    /** The code, without which the migration is refused. */
    RowTransformation<T> each(Code<T> code);

    /** Works on one row; deterministic, without any access to the database. */
    @FunctionalInterface
    interface Code<T extends TableHandle<T>> {

        /** @throws Exception whatever stops the migration at this row */
        void apply(Row<T> row, Output<T> out) throws Exception;
    }

    /** The values read. */
    interface Row<T extends TableHandle<T>> {

        /**
         * The value of a column, empty for SQL NULL.
         *
         * @throws IllegalArgumentException when the column is not among those read
         * @throws ClassCastException when the value cannot be had as the column's type
         */
        <V> Optional<V> get(ColumnHandle<T, V> column);
    }

    /** What is written. Each kind of row has to be declared before. */
    interface Output<T extends TableHandle<T>> {

        /** @throws IllegalArgumentException when the column is not among those written */
        <V> Output<T> set(ColumnHandle<T, V> column, V value);

        /** Begins a row to insert. @throws IllegalArgumentException when inserting there is not declared */
        <U extends TableHandle<U>> Values<U> insert(U table);

        /** Begins a row to update or insert. @throws IllegalArgumentException when that is not declared */
        <U extends TableHandle<U>> Values<U> upsert(U table);

        /** Begins an update. @throws IllegalArgumentException when updating there is not declared */
        <U extends TableHandle<U>> Values<U> update(U table);

        /** Begins a deletion. @throws IllegalArgumentException when deleting there is not declared */
        <U extends TableHandle<U>> Values<U> delete(U table);
    }

    /** The values of one row; a declared column that is not set becomes NULL. */
    interface Values<U extends TableHandle<U>> {

        /** @throws IllegalArgumentException when the column is not among the declared ones */
        <V> Values<U> set(ColumnHandle<U, V> column, V value);
    }
}
