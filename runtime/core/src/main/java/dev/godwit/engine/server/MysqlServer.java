package dev.godwit.engine.server;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** MariaDB and MySQL: user locks, {@code lock_wait_timeout}, and errors by number. */
class MysqlServer implements Server {

    private final DatabaseKind kind;

    MysqlServer(DatabaseKind kind) {
        this.kind = kind;
    }

    @Override
    public DatabaseKind kind() {
        return kind;
    }

    @Override
    public Failure failure(SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        return switch (error.getErrorCode()) {
            case 1205, 1213 -> Failure.LOCK_WAIT;
            case 1053, 1927, 2006, 2013 -> Failure.CONNECTION_LOST;
            case 1045, 1698 -> Failure.NOT_LET_IN;
            case 1049 -> Failure.NO_DATABASE;
            case 1044, 1142, 1143, 1227, 1370, 1410 -> Failure.NOT_ALLOWED;
            case 1290, 1792, 1836 -> Failure.READ_ONLY;
            case 1021, 1114 -> Failure.FULL;
            case 1146 -> Failure.NO_TABLE;
            case 1054 -> Failure.NO_COLUMN;
            case 1317, 1969, 3024 -> Failure.CANCELLED;
            default -> state.startsWith("08") ? Failure.CONNECTION_LOST : Failure.STATEMENT;
        };
    }

    @Override
    public String longText() {
        return "longtext";
    }

    @Override
    public String inCurrentSchema(String table) {
        return "true";
    }

    @Override
    public String path(Connection connection) throws SQLException {
        return Optional.ofNullable(connection.getCatalog()).orElse("");
    }

    @Override
    public void setPath(Connection connection, String path) throws SQLException {
        connection.setCatalog(path);
    }

    @Override
    public String pathInto(String schema, String path) {
        return schema;
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select database()");
    }

    /** Whole seconds, at least one: metadata locks and row locks have a limit each. */
    @Override
    public void limitLockWaits(Connection connection, Duration atMost) throws SQLException {
        long seconds = atMost.isZero() ? 31_536_000 : Math.max(1, atMost.toSeconds());
        Jdbc.execute(
                connection,
                "set session lock_wait_timeout = %d, session innodb_lock_wait_timeout = %d"
                        .formatted(seconds, seconds));
    }

    /** MySQL waits for a second at least. */
    @Override
    public boolean triesWithoutWait() {
        return kind == DatabaseKind.MARIADB;
    }

    @Override
    public void waitForNoLock(Connection connection) throws SQLException {
        Jdbc.execute(connection, "set session lock_wait_timeout = 0");
    }

    @Override
    public Holders holders(Connection connection, String sql) throws SQLException {
        return triesWithoutWait() ? () -> false : MysqlHolders.of(this, connection, sql);
    }

    /** MySQL waits for a second at least, and ends who has written least as soon as two wait for each other. */
    @Override
    public boolean givesWayAtRows() {
        return kind == DatabaseKind.MARIADB;
    }

    @Override
    public Restoration giveWayAtRows(Connection connection, Duration lockTimeout) throws SQLException {
        Jdbc.execute(connection, "set session innodb_lock_wait_timeout = 0");
        return () -> limitLockWaits(connection, lockTimeout);
    }

    /**
     * An update keeps every row locked that it has looked at, unless it reads what is committed; a binary log of statements
     * takes no such updates.
     */
    @Override
    public Restoration begin(Connection connection, Duration lockTimeout) throws SQLException {
        limitLockWaits(connection, lockTimeout);
        int isolation = connection.getTransactionIsolation();
        boolean logsStatements = Jdbc.test(connection, "select @@log_bin = 1 and @@binlog_format = 'STATEMENT'");
        if (!logsStatements) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return () -> {
            connection.setTransactionIsolation(isolation);
            Jdbc.execute(
                    connection, "set session lock_wait_timeout = default, session innodb_lock_wait_timeout = default");
        };
    }

    @Override
    public void sweep(Connection connection) {}

    @Override
    public boolean waitsOutsideTransactions() {
        return false;
    }

    @Override
    public LockKind lock() {
        return new MysqlLock();
    }

    /** A node of a Galera cluster. */
    @Override
    public boolean sharesSessions(Connection connection) throws SQLException {
        return Jdbc.query(connection, "show variables like 'wsrep_on'", row -> row.getString(2))
                .contains("ON");
    }

    @Override
    public Server withLease() {
        return new GaleraServer(kind);
    }

    @Override
    public String countOfActiveSessions() {
        return "select count(*) from information_schema.processlist "
                + "where command not in ('Sleep', 'Daemon', 'Binlog Dump') and id <> connection_id()";
    }

    @Override
    public String sizeOfTable() {
        return "select coalesce(table_rows, -1), coalesce(data_length + index_length, -1) "
                + "from information_schema.tables "
                + "where table_schema = coalesce(?, database()) and table_name = ?";
    }

    @Override
    public String connectionId(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select connection_id()").orElse("");
    }

    @Override
    public boolean isWorking(Connection connection, String connectionId) throws SQLException {
        return Jdbc.test(
                connection,
                "select count(*) > 0 from information_schema.processlist "
                        + "where command not in ('Sleep', 'Daemon') and cast(id as char) = ? and id <> connection_id()",
                connectionId);
    }
}
