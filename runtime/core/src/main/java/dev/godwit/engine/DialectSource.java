package dev.godwit.engine;

import dev.godwit.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds the dialect for a database. */
@FunctionalInterface
interface DialectSource {

    Dialect of(Connection connection) throws SQLException;
}
