package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A locked row in a table of its own. A lock file keeps other processes out of an embedded database; this keeps out
 * other threads, and other clients of a server.
 */
final class H2Lock implements LockKind {

    private static final int LOCK_TIMEOUT = 50200;
    private static final int DEADLOCK = 40001;
    private static final int DUPLICATE = 23505;

    @Override
    public boolean outlivesTransactions() {
        return false;
    }

    @Override
    public boolean tryLock(Connection connection, String schema) throws SQLException {
        try {
            connection.setAutoCommit(true);
            makeRow(connection);
            connection.setAutoCommit(false);
            Jdbc.query(connection, "select id from godwit_lock where id = 1 for update nowait", row -> row.getInt(1));
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (e.getErrorCode() == LOCK_TIMEOUT || e.getErrorCode() == DEADLOCK) {
                return false;
            }
            throw e;
        }
    }

    private static void makeRow(Connection connection) throws SQLException {
        Jdbc.execute(connection, "create table if not exists godwit_lock (id integer not null primary key)");
        if (Jdbc.text(connection, "select id from godwit_lock where id = 1").isEmpty()) {
            try {
                Jdbc.update(connection, "insert into godwit_lock (id) values (1)");
            } catch (SQLException e) {
                if (e.getErrorCode() != DUPLICATE) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void unlock(Connection connection, String schema) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** The server does not tell; the run table does. */
    @Override
    public Optional<String> holder(Connection connection, String schema) {
        return Optional.empty();
    }
}
