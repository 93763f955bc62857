package dev.godwit.engine.server;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** H2: a locked row, {@code LOCK_TIMEOUT}, and errors by number ({@code org.h2.api.ErrorCode}). */
final class H2Server implements Server {

    private static final long DEFAULT_LOCK_TIMEOUT = 2000;
    private static final String DEFAULT_WRITE_DELAY = "500";
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    public Failure failure(SQLException error) {
        return switch (error.getErrorCode()) {
            case 50200, 40001, 90131 -> Failure.LOCK_WAIT;
            case 90067, 90098, 90121 -> isFull(error) ? Failure.FULL : Failure.CONNECTION_LOST;
            case 28000 -> Failure.NOT_LET_IN;
            case 90013, 90146, 90149, 90079 -> Failure.NO_DATABASE;
            case 90020 -> Failure.FILE_IN_USE;
            case 90096, 90040 -> Failure.NOT_ALLOWED;
            case 90097 -> Failure.READ_ONLY;
            case 90100 -> Failure.FULL;
            case 42102, 42103, 42104 -> Failure.NO_TABLE;
            case 42122 -> Failure.NO_COLUMN;
            case 57014 -> Failure.CANCELLED;
            default -> Failure.STATEMENT;
        };
    }

    /** H2 closes a database whose file it cannot write, and says so by causes alone. */
    private static boolean isFull(Throwable error) {
        String text = String.valueOf(error.getMessage());
        return text.contains("No space left") || error.getCause() != null && isFull(error.getCause());
    }

    @Override
    public String longText() {
        return "character large object";
    }

    @Override
    public String inCurrentSchema(String table) {
        return "true";
    }

    @Override
    public String path(Connection connection) throws SQLException {
        return Optional.ofNullable(connection.getSchema()).orElse("");
    }

    @Override
    public void setPath(Connection connection, String path) throws SQLException {
        connection.setSchema(path);
    }

    @Override
    public String pathInto(String schema, String path) {
        return schema;
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select current_schema");
    }

    @Override
    public void limitLockWaits(Connection connection, Duration atMost) throws SQLException {
        Jdbc.execute(
                connection,
                "set lock_timeout " + (atMost.isZero() ? Integer.MAX_VALUE : Math.max(1, atMost.toMillis())));
    }

    /** What is committed is on the disk, where the user may say so: else a crash takes back half a second. */
    @Override
    public Restoration begin(Connection connection, Duration lockTimeout) throws SQLException {
        limitLockWaits(connection, lockTimeout);
        Optional<String> delay = Jdbc.text(
                connection, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
        boolean durable = writeAtOnce(connection);
        return () -> {
            Jdbc.execute(connection, "set lock_timeout " + DEFAULT_LOCK_TIMEOUT);
            if (durable) {
                Jdbc.execute(connection, "set write_delay " + delay.orElse(DEFAULT_WRITE_DELAY));
            }
        };
    }

    @Override
    public void sweep(Connection connection) throws SQLException {
        new H2Copies(connection).sweep();
    }

    private static boolean writeAtOnce(Connection connection) throws SQLException {
        try {
            Jdbc.execute(connection, "set write_delay 0");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == ADMIN_RIGHTS_REQUIRED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean waitsOutsideTransactions() {
        return false;
    }

    @Override
    public LockKind lock() {
        return new H2Lock();
    }

    @Override
    public String countOfActiveSessions() {
        return "select count(*) from information_schema.sessions where executing_statement is not null "
                + "and session_id <> session_id()";
    }

    @Override
    public String sizeOfTable() {
        return "select row_count_estimate, -1 from information_schema.tables "
                + "where table_schema = coalesce(?, schema()) and table_name = ?";
    }

    /** Each change of a column is a copy, and the application that migrates is the one that would wait. */
    @Override
    public boolean asksBeforeCopies() {
        return false;
    }

    @Override
    public String connectionId(Connection connection) throws SQLException {
        return Jdbc.text(connection, "select session_id()").orElse("");
    }

    @Override
    public boolean isWorking(Connection connection, String connectionId) throws SQLException {
        return Jdbc.test(
                connection,
                "select count(*) > 0 from information_schema.sessions where executing_statement is not null "
                        + "and cast(session_id as varchar) = ? and session_id <> session_id()",
                connectionId);
    }
}
