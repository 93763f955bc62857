package dev.godwit.introspect;

import java.sql.SQLException;

/** Reads one schema out of a product's catalog. */
interface CatalogReader {

    void read(Catalog catalog, Facts facts) throws SQLException;

    /** Queries with the schema as their parameter for the names that no new table, and no new sequence, may have. */
    TakenNames takenNames();

    /**
     * Two such queries.
     *
     * @param sequences the same as {@code tables} where they share their names
     */
    record TakenNames(String tables, String sequences) {}
}
