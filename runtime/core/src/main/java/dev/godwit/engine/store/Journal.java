package dev.godwit.engine.store;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.JournalRow.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The journal table: what was executed, in the order in which it was. Rows are never deleted. */
public final class Journal {

    private static final String COLUMNS = "id, version, direction, attempt, group_no, fingerprints, what, state, ends,"
            + " cursor_key, error, run_id";
    private static final int LONGEST_WHAT = 4000;
    private static final int LONGEST_ERROR = 2000;

    private final String table;
    private final String insert;
    private final String mark;
    private final String moveCursor;

    public Journal(Names names) {
        this.table = names.journal();
        this.insert = "insert into %s (%s, noted_at, duration_ms)".formatted(table, COLUMNS)
                + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from %s where slot = ? and run_id = ? for update"
                        .formatted(names.run());
        String whileItMayWork = " and exists (select 1 from %s where slot = ? and run_id = ?)".formatted(names.run());
        this.mark = "update %s set state = ?, ends = ?, duration_ms = ?, error = null where id = ?".formatted(table)
                + whileItMayWork;
        this.moveCursor = "update %s set cursor_key = ? where id = ?".formatted(table) + whileItMayWork;
    }

    /** The row that was written last. */
    public Optional<JournalRow> last(Connection connection) throws SQLException {
        return Jdbc.query(
                        connection,
                        "select %s from %s where id = (select max(id) from %s)".formatted(COLUMNS, table, table),
                        this::row)
                .stream()
                .findFirst();
    }

    /** The rows of one attempt, in order. */
    public List<JournalRow> attempt(Connection connection, JournalRow any) throws SQLException {
        return Jdbc.query(
                connection,
                "select %s from %s where attempt = ? order by id".formatted(COLUMNS, table),
                this::row,
                any.attempt());
    }

    /** The rows of the attempt before one, in order. */
    public List<JournalRow> attemptBefore(Connection connection, JournalRow any) throws SQLException {
        return Jdbc.query(
                connection,
                "select %s from %s where attempt = (select max(attempt) from %s where attempt < ?) order by id"
                        .formatted(COLUMNS, table, table),
                this::row,
                any.attempt());
    }

    /** Forgets what was not a migration. */
    public void forget(Connection connection, String version) throws SQLException {
        Jdbc.update(connection, "delete from %s where version = ?".formatted(table), version);
    }

    /** The rows of the last time that a migration went in a direction. */
    public List<JournalRow> lastAttempt(Connection connection, String version, Direction direction)
            throws SQLException {
        return Jdbc.query(
                connection,
                "select %s from %s where attempt = (select max(attempt) from %s where version = ? and direction = ?)"
                                .formatted(COLUMNS, table, table)
                        + " order by id",
                this::row,
                version,
                text(direction));
    }

    /** The rows of the last time that a migration went in a direction and came to an end. */
    public List<JournalRow> lastEnded(Connection connection, String version, Direction direction) throws SQLException {
        return Jdbc.query(
                connection,
                ("select %s from %s where attempt = (select max(attempt) from %s"
                                        + " where version = ? and direction = ? and ends = 1 and state = ?)")
                                .formatted(COLUMNS, table, table)
                        + " order by id",
                this::row,
                version,
                text(direction),
                text(State.DONE));
    }

    /**
     * Writes a row, provided that a run still is the one that may work; within a transaction nothing can change that
     * until its end.
     *
     * @return whether it was written
     */
    public boolean insert(Connection connection, JournalRow row, Duration took) throws SQLException {
        return Jdbc.update(
                        connection,
                        insert,
                        row.id(),
                        row.version(),
                        text(row.direction()),
                        row.attempt(),
                        row.group(),
                        String.join(" ", row.fingerprints()),
                        Text.atMost(LONGEST_WHAT, row.what()),
                        text(row.state()),
                        row.ends() ? 1 : 0,
                        row.cursor().orElse(null),
                        row.error().orElse(null),
                        row.run(),
                        LocalDateTime.now(ZoneOffset.UTC),
                        took.toMillis(),
                        Runs.RUN_SLOT,
                        row.run())
                == 1;
    }

    /**
     * Says how a group went on, provided that a run still is the one that may work.
     *
     * @param ends whether the attempt is over with it
     * @return whether it was written
     */
    public boolean mark(Connection connection, long id, State state, boolean ends, Duration took, String run)
            throws SQLException {
        return Jdbc.update(connection, mark, text(state), ends ? 1 : 0, took.toMillis(), id, Runs.RUN_SLOT, run) == 1;
    }

    public void fail(Connection connection, long id, String error) throws SQLException {
        Jdbc.update(
                connection,
                "update %s set state = ?, error = ? where id = ?".formatted(table),
                text(State.FAILED),
                Text.atMost(LONGEST_ERROR, error),
                id);
    }

    /** Says that a group is begun again, by this run. */
    public void reopen(Connection connection, long id, String run) throws SQLException {
        Jdbc.update(
                connection,
                "update %s set state = ?, run_id = ? where id = ?".formatted(table),
                text(State.INTENT),
                run,
                id);
    }

    /** Whether a group of this one step has ever failed in a migration. */
    public boolean hasFailed(Connection connection, String version, String fingerprint) throws SQLException {
        return Jdbc.test(
                connection,
                "select count(*) > 0 from %s where version = ? and state = ? and fingerprints = ?".formatted(table),
                version,
                text(State.FAILED),
                fingerprint);
    }

    /**
     * Keeps where a transformation is, provided that a run still is the one that may work.
     *
     * @return whether it was written
     */
    public boolean moveCursor(Connection connection, long id, String cursor, String run) throws SQLException {
        return Jdbc.update(connection, moveCursor, cursor, id, Runs.RUN_SLOT, run) == 1;
    }

    private JournalRow row(ResultSet row) throws SQLException {
        return new JournalRow(
                row.getLong(1),
                row.getString(2),
                value(row, 3, Direction.class),
                row.getLong(4),
                row.getInt(5),
                fingerprints(row.getString(6)),
                row.getString(7),
                value(row, 8, State.class),
                row.getInt(9) == 1,
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                row.getString(12));
    }

    private <E extends Enum<E>> E value(ResultSet row, int column, Class<E> type) throws SQLException {
        String text = row.getString(column);
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StoreProblems.damagedRow(
                    table, row.getString(2), type.getSimpleName().toLowerCase(Locale.ROOT), text);
        }
    }

    private static List<String> fingerprints(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
