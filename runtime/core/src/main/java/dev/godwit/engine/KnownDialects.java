package dev.godwit.engine;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.problem.ConnectionProblems;
import java.sql.Connection;
import java.sql.SQLException;

/** The dialect of a connection's database. */
final class KnownDialects {

    private KnownDialects() {}

    /** @throws dev.godwit.engine.problem.EngineException when there is none for it */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String version = connection.getMetaData().getDatabaseProductVersion();
        throw ConnectionProblems.unsupported(product, version);
    }
}
