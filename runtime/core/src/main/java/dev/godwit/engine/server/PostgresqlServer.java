package dev.godwit.engine.server;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL: advisory locks, {@code lock_timeout}, and errors by SQLSTATE (Appendix A of its documentation). */
class PostgresqlServer implements Server {

    /** What is left to a transaction that others may have waited for all too long: hardly anybody's time is up in it. */
    private static final long SHORTEST_WAIT_MILLIS = 20;

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    public Failure failure(SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        return switch (state) {
            case "55P03", "40P01", "40001" -> Failure.LOCK_WAIT;
            case "57P01", "57P02", "57P03" -> Failure.CONNECTION_LOST;
            case "3D000", "3F000" -> Failure.NO_DATABASE;
            case "42501" -> Failure.NOT_ALLOWED;
            case "25006" -> Failure.READ_ONLY;
            case "53100" -> Failure.FULL;
            case "42P01" -> Failure.NO_TABLE;
            case "42703" -> Failure.NO_COLUMN;
            case "57014" -> Failure.CANCELLED;
            default -> byClass(state);
        };
    }

    private static Failure byClass(String state) {
        if (state.startsWith("08")) {
            return Failure.CONNECTION_LOST;
        }
        return state.startsWith("28") ? Failure.NOT_LET_IN : Failure.STATEMENT;
    }

    @Override
    public String longText() {
        return "text";
    }

    @Override
    public String inCurrentSchema(String table) {
        return table + ".tableoid = to_regclass(quote_ident(current_schema()) || '." + table + "')";
    }

    @Override
    public String path(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select current_setting('search_path')").orElse("");
    }

    @Override
    public void setPath(Connection connection, String path) throws SQLException {
        Jdbc.text(connection, "select set_config('search_path', ?, false)", path);
    }

    /** What was there stays behind the schema: types and functions of extensions live on it. */
    @Override
    public String pathInto(String schema, String path) {
        String quoted = '"' + schema.replace("\"", "\"\"") + '"';
        return path.isEmpty() ? quoted : quoted + ", " + path;
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select current_schema()");
    }

    @Override
    public void limitLockWaits(Connection connection, Duration atMost) throws SQLException {
        Jdbc.execute(connection, "set lock_timeout = " + atMost.toMillis());
    }

    /**
     * Whoever has waited for {@code deadlock_timeout} looks for a deadlock, and ends itself if it finds one. Nobody has
     * waited for this transaction longer than it has been asking for locks; what it waits itself comes in addition, for
     * two locks in one statement at most.
     */
    @Override
    public void giveWayBeforeDeadlocks(Connection connection, Duration since, Duration lockTimeout)
            throws SQLException {
        long longest = lockTimeout.isZero() ? Integer.MAX_VALUE : lockTimeout.toMillis();
        Jdbc.text(
                connection,
                "select set_config('lock_timeout', least(?, greatest(?, (900 * extract(epoch from"
                        + " current_setting('deadlock_timeout')::interval) - ?)::bigint / 2))::text, true)",
                longest,
                SHORTEST_WAIT_MILLIS,
                since.toMillis());
    }

    @Override
    public boolean givesWayAtRows() {
        return true;
    }

    @Override
    public Restoration giveWayAtRows(Connection connection, Duration lockTimeout) throws SQLException {
        giveWayBeforeDeadlocks(connection, Duration.ZERO, lockTimeout);
        return () -> {};
    }

    @Override
    public Restoration begin(Connection connection, Duration lockTimeout) throws SQLException {
        limitLockWaits(connection, lockTimeout);
        return () -> Jdbc.execute(connection, "reset lock_timeout");
    }

    @Override
    public void sweep(Connection connection) {}

    @Override
    public boolean waitsOutsideTransactions() {
        return true;
    }

    @Override
    public LockKind lock() {
        return new PostgresqlLock();
    }

    /** A proxy stands between. */
    @Override
    public boolean sharesSessions(Connection connection) throws SQLException {
        return new PostgresqlBackend(connection).isBehindProxy();
    }

    @Override
    public Server withLease() {
        return new PooledPostgresqlServer();
    }

    @Override
    public Duration replicaLag(Connection connection) throws SQLException {
        return Jdbc.query(
                        connection,
                        "select coalesce(max(extract(epoch from replay_lag)), 0) from pg_stat_replication",
                        row -> Duration.ofMillis((long) (row.getDouble(1) * 1000)))
                .get(0);
    }

    @Override
    public String countOfActiveSessions() {
        return "select count(*) from pg_stat_activity where state = 'active' "
                + "and backend_type = 'client backend' and pid <> pg_backend_pid()";
    }

    @Override
    public String sizeOfTable() {
        return "select cast(c.reltuples as bigint), pg_total_relation_size(c.oid) "
                + "from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                + "where n.nspname = coalesce(?, current_schema()) and c.relname = ?";
    }

    /** The process with its start, since process numbers come again. */
    @Override
    public String connectionId(Connection connection) throws SQLException {
        return Jdbc.text(
                        connection,
                        "select pid || ' ' || extract(epoch from backend_start) from pg_stat_activity "
                                + "where pid = pg_backend_pid()")
                .orElse("");
    }

    @Override
    public boolean isWorking(Connection connection, String connectionId) throws SQLException {
        return Jdbc.test(
                connection,
                "select count(*) > 0 from pg_stat_activity a where a.state in ('active', 'fastpath function call') "
                        + "and a.pid <> pg_backend_pid() and " + isConnection(),
                connectionId);
    }

    /** SQL condition that the process {@code a} is the one of the id that is bound. */
    String isConnection() {
        return "a.pid || ' ' || extract(epoch from a.backend_start) = ?";
    }

    @Override
    public Optional<String> waitsFor(Connection connection, String connectionId) throws SQLException {
        return Jdbc.text(
                connection,
                "select string_agg('process ' || b.pid || coalesce(' (' || nullif(b.application_name, '') || ')', '') "
                        + "|| coalesce(' of ' || b.usename, '') || coalesce(', ' || b.state, '') "
                        + "|| coalesce(', in a transaction since ' || to_char(b.xact_start, 'HH24:MI:SS'), ''), '; ') "
                        + "from pg_stat_activity a cross join lateral unnest(pg_blocking_pids(a.pid)) p "
                        + "join pg_stat_activity b on b.pid = p where a.state = 'active' and " + isConnection(),
                connectionId);
    }
}
