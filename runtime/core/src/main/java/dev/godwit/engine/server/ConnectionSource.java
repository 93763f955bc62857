package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the engine takes its connections from: one, and on H2 a second one for the lock. */
@FunctionalInterface
public interface ConnectionSource {

    /** A connection that the engine closes. */
    Connection open() throws SQLException;

    static ConnectionSource of(DataSource dataSource) {
        return new OfDataSource(dataSource);
    }

    /** The connections of a data source. */
    record OfDataSource(DataSource dataSource) implements ConnectionSource {
        @Override
        public Connection open() throws SQLException {
            return dataSource.getConnection();
        }
    }
}
