package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * PostgreSQL behind a proxy that pools by transaction, such as PgBouncer: each transaction may be another server process,
 * whose session belongs to others too. So nothing is set on it but within a transaction, and the lock is a lease.
 *
 * <p>The application name is what such proxies carry from process to process; a run is found by it.
 */
final class PooledPostgresqlServer extends PostgresqlServer {

    private static final String NAME = "ApplicationName";

    @Override
    public boolean keepsSettings() {
        return false;
    }

    @Override
    public Server withLease() {
        return this;
    }

    @Override
    public LockKind lock() {
        return new LeaseLock(this);
    }

    @Override
    public Restoration adapt(Connection connection) throws SQLException {
        return new PostgresqlBackend(connection).withoutPreparedStatements();
    }

    @Override
    public void setPath(Connection connection, String path) {}

    @Override
    public void limitLockWaits(Connection connection, Duration atMost) {}

    @Override
    public Restoration begin(Connection connection, Duration lockTimeout) throws SQLException {
        String before = Optional.ofNullable(connection.getClientInfo(NAME)).orElse("");
        name(
                connection,
                "godwit " + Long.toHexString(System.nanoTime()) + " "
                        + ProcessHandle.current().pid());
        return () -> name(connection, before);
    }

    private static void name(Connection connection, String name) throws SQLClientInfoException {
        connection.setClientInfo(NAME, name);
    }

    @Override
    public void enterTransaction(Connection connection, Duration lockTimeout) throws SQLException {
        Jdbc.execute(connection, "set local lock_timeout = " + lockTimeout.toMillis());
    }

    @Override
    public String connectionId(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select current_setting('application_name')")
                .orElse("");
    }

    @Override
    String isConnection() {
        return "a.datname = current_database() and a.application_name = ?";
    }
}
