package dev.godwit;

import org.jspecify.annotations.Nullable;

/**
 * Rows that belong to the schema, each stated as it is before and after. A value is the text that its column's type is
 * read from, such as {@code "true"}, {@code "12.50"}, {@code "2026-11-28T10:30:00Z"}; {@code null} is NULL.
 */
public interface DeclaredRows {

    /** The columns that tell the rows apart; named again among {@link #columns}. */
    DeclaredRows key(String... columns);

    /** The columns that rows are stated in, in the order of their values. */
    DeclaredRows columns(String... columns);

    /**
     * The columns that rows are stated in after, where they differ from those before: a column that is new here is
     * overwritten whatever it holds, one that is missing here is left as it is.
     */
    DeclaredRows columnsAfter(String... columns);

    /** A row that is not there; one that is there already as stated is left as it is. */
    DeclaredRows insert(@Nullable String... values);

    /** A row as it is now; what it becomes follows. */
    Updated update(@Nullable String... values);

    /** A row as it is now, which goes. */
    DeclaredRows delete(@Nullable String... values);

    /** A row that changes. */
    interface Updated {

        /** The row's values after, with the key that it has. */
        DeclaredRows to(@Nullable String... values);
    }
}
