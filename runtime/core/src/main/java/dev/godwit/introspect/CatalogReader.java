package dev.godwit.introspect;

import java.sql.SQLException;

/** Reads one schema out of a product's catalog. */
interface CatalogReader {

    void read(Catalog catalog, Facts facts) throws SQLException;
}
