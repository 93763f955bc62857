package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server process behind a connection. At login a server tells a client its process number, for cancelling; a proxy
 * such as PgBouncer makes one up, since the process changes.
 */
final class PostgresqlBackend {

    private static final String DRIVER = "org.postgresql.PGConnection";

    private final Connection connection;

    PostgresqlBackend(Connection connection) {
        this.connection = connection;
    }

    /** Whether the process that answers is not the one that was told at login; false where the driver does not say. */
    boolean isBehindProxy() throws SQLException {
        Optional<Object> told = call("getBackendPID");
        return told.isPresent() && !told.map(Object::toString).equals(Jdbc.text(connection, "select pg_backend_pid()"));
    }

    /** A statement that the driver names after some executions is known to one server process alone. */
    Server.Restoration withoutPreparedStatements() throws SQLException {
        Optional<Object> before = call("getPrepareThreshold");
        call("setPrepareThreshold", 0);
        return () -> {
            if (before.isPresent()) {
                call("setPrepareThreshold", (int) before.get());
            }
        };
    }

    /** By reflection, since the driver is the application's; empty where there is none that could be asked. */
    private Optional<Object> call(String method, Object... arguments) throws SQLException {
        try {
            Class<?> driver = Class.forName(DRIVER, false, connection.getClass().getClassLoader());
            Class<?>[] types = Stream.of(arguments).map(argument -> int.class).toArray(Class<?>[]::new);
            return connection.isWrapperFor(driver)
                    ? Optional.ofNullable(driver.getMethod(method, types).invoke(connection.unwrap(driver), arguments))
                    : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
