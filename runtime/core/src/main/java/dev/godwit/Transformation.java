package dev.godwit;

import java.util.Optional;

/** A transformation of rows by Java code. */
public interface Transformation {

    /** The columns handed to the code. */
    Transformation read(String... columns);

    /** The columns that the code sets, at least one. */
    Transformation write(String... columns);

    /** Raised by the author whenever the code changes, since code itself cannot be compared; 1 unless stated. */
    Transformation revision(int revision);

    /** The code, without which the migration is refused. */
    Transformation each(Code code);

    /** Computes one row; deterministic, without any access to the database. */
    @FunctionalInterface
    interface Code {

        /**
         * Reads from {@code row} and sets in {@code out}.
         *
         * @throws Exception whatever stops the migration at this row
         */
        void apply(Row row, Output out) throws Exception;
    }

    /** The values read. */
    interface Row {

        /**
         * The value of a column, empty for SQL NULL.
         *
         * @throws IllegalArgumentException when the column is not among those read
         * @throws ClassCastException when the value cannot be had as this type
         */
        <T> Optional<T> get(String column, Class<T> type);

        /** The text of a column, empty for SQL NULL. */
        default Optional<String> text(String column) {
            return get(column, String.class);
        }
    }

    /** The values to write; a column that is not set becomes NULL. */
    interface Output {

        /** @throws IllegalArgumentException when the column is not among those written */
        Output set(String column, Object value);
    }
}
