package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A session-level advisory lock, which is the database's and keyed by the schema. It holds no snapshot. */
final class PostgresqlLock implements LockKind {

    private static final String KEY = "hashtextextended('godwit:' || ?, 0)";

    @Override
    public boolean outlivesTransactions() {
        return true;
    }

    @Override
    public boolean tryLock(Connection connection, String schema) throws SQLException {
        return Jdbc.test(connection, "select pg_try_advisory_lock(" + KEY + ")", schema);
    }

    @Override
    public void unlock(Connection connection, String schema) throws SQLException {
        Jdbc.test(connection, "select pg_advisory_unlock(" + KEY + ")", schema);
    }

    @Override
    public Optional<String> holder(Connection connection, String schema) throws SQLException {
        return Jdbc.text(
                connection,
                "select 'process ' || a.pid || coalesce(' (' || nullif(a.application_name, '') || ')', '') "
                        + "|| coalesce(' of ' || a.usename, '') || coalesce(' from ' || a.client_addr, '') "
                        + "from pg_locks l join pg_stat_activity a on a.pid = l.pid "
                        + "where l.locktype = 'advisory' and l.granted and l.objsubid = 1 "
                        + "and l.database = (select oid from pg_database where datname = current_database()) "
                        + "and (l.classid::bigint << 32 | l.objid::bigint) = " + KEY,
                schema);
    }
}
