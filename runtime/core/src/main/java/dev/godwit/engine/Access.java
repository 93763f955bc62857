package dev.godwit.engine;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.Dialects;
import dev.godwit.dialect.Product;
import dev.godwit.engine.problem.ConnectionProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.engine.server.Pause;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.server.Servers;
import dev.godwit.schema.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Opens connections, waits where another process has an embedded database open, and says what keeps it out. */
final class Access {

    private static final int H2_FILE_IN_USE = 90020;
    private static final Set<Integer> NO_DATABASE = Set.of(1049, 90013, 90146, 90149);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ConnectionSource source;
    private final Duration patience;

    Access(ConnectionSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /** A connection that commits by itself, to a known product; closing it gives it back as it was. */
    static final class Opened implements AutoCloseable {

        private final Connection connection;
        private final boolean autoCommit;
        private final Product product;
        private final Server server;
        private Optional<Dialect> dialect = Optional.empty();

        private Opened(Connection connection, boolean autoCommit, Product product) {
            this.connection = connection;
            this.autoCommit = autoCommit;
            this.product = product;
            this.server = Servers.of(product.kind());
        }

        Connection connection() {
            return connection;
        }

        Server server() {
            return server;
        }

        /** Made when it is first asked for: a look at the history does without. */
        Dialect dialect() {
            if (dialect.isEmpty()) {
                dialect = Optional.of(Dialects.of(product));
            }
            return dialect.get();
        }

        /** A schema that a user names, as the database's catalog has it. */
        Optional<String> catalogName(Optional<String> schema) {
            return schema.isEmpty() ? schema : Optional.of(dialect().catalogName(Identifier.of(schema.get())));
        }

        @Override
        public void close() {
            try (connection) {
                if (!autoCommit && !connection.isClosed()) {
                    connection.setAutoCommit(false);
                }
            } catch (SQLException e) {
                // Whatever was wrong with the connection has been told by the statement that met it.
            }
        }
    }

    /** @throws EngineException when there is no way in */
    Opened open() {
        Connection connection = connect();
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new Opened(connection, autoCommit, Product.of(connection));
        } catch (SQLException e) {
            close(connection, e);
            throw ConnectionProblems.unreachable(e);
        } catch (DialectException e) {
            close(connection, e);
            throw Refused.coded(e);
        } catch (RuntimeException e) {
            close(connection, e);
            throw e;
        }
    }

    private static void close(Connection connection, Exception because) {
        try {
            connection.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** @throws EngineException when there is no way in */
    Connection connect() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return source.open();
            } catch (SQLException e) {
                if (e.getErrorCode() != H2_FILE_IN_USE) {
                    throw coded(e);
                }
                if (System.nanoTime() > deadline) {
                    throw ConnectionProblems.fileInUse(e, patience.toSeconds());
                }
                Pause.of(PAUSE);
            } catch (RuntimeException e) {
                throw pooled(e);
            }
        }
    }

    private static EngineException coded(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.startsWith("28")) {
            return ConnectionProblems.notLetIn(error);
        }
        return state.equals("3D000") || NO_DATABASE.contains(error.getErrorCode())
                ? ConnectionProblems.noDatabase(error)
                : ConnectionProblems.unreachable(error);
    }

    /** Pools wrap what the driver said when their first connection fails. */
    private static RuntimeException pooled(RuntimeException error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return coded(said);
            }
        }
        return error;
    }
}
