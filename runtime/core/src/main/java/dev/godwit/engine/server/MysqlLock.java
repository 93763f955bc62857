package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A user lock: the whole server's, hence keyed by the database, by a digest since names are limited to 64 characters. */
final class MysqlLock implements LockKind {

    private static final String KEY = "concat('godwit:', left(sha2(?, 256), 32))";

    @Override
    public boolean outlivesTransactions() {
        return true;
    }

    @Override
    public boolean tryLock(Connection connection, String schema) throws SQLException {
        return Jdbc.test(connection, "select get_lock(" + KEY + ", 0)", schema);
    }

    @Override
    public void unlock(Connection connection, String schema) throws SQLException {
        Jdbc.test(connection, "select release_lock(" + KEY + ")", schema);
    }

    @Override
    public Optional<String> holder(Connection connection, String schema) throws SQLException {
        return Jdbc.text(
                connection,
                "select concat('connection ', id, ' of ', user, ' from ', host) from information_schema.processlist "
                        + "where id = is_used_lock(" + KEY + ")",
                schema);
    }
}
