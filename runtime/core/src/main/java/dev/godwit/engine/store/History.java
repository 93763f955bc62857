package dev.godwit.engine.store;

import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.Fingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history table. */
public final class History {

    private static final String COLUMNS = "version, description, class_name, follows, fingerprint, state, applied_at,"
            + " duration_ms, run_id, godwit_version, ledger_head, format";

    /** Not in tables that an older Godwit has made and no newer one has worked on. */
    static final String SPARES = "spares";

    /** Behind a state: something was begun that leads away from it. No glance takes that for done. */
    private static final String UNDER_WAY = "*";

    private final Server server;
    private final String table;
    private final String here;
    private final String repeatable;
    private final String repeatableHere;

    public History(Names names, Server server) {
        this.server = server;
        this.table = names.history();
        this.here = names.qualified() ? "1 = 1" : server.inCurrentSchema(Names.HISTORY);
        this.repeatable = names.repeatable();
        this.repeatableHere = names.qualified() ? "1 = 1" : server.inCurrentSchema(Names.REPEATABLE);
    }

    /**
     * All rows, in one query.
     *
     * @throws dev.godwit.engine.problem.EngineException when a row was written by a newer Godwit, or by hand
     */
    public List<HistoryRow> read(Connection connection) throws SQLException {
        try {
            return read(connection, COLUMNS + ", " + SPARES, row -> row.getInt(13) == 1);
        } catch (SQLException e) {
            if (server.failure(e) == Failure.NO_COLUMN) {
                return read(connection, COLUMNS, row -> false);
            }
            throw e;
        }
    }

    private List<HistoryRow> read(Connection connection, String columns, Jdbc.RowReader<Boolean> spares)
            throws SQLException {
        return Jdbc.query(
                connection,
                "select %s from %s where %s".formatted(columns, table, here),
                row -> row(row, spares.read(row)));
    }

    /**
     * By version, what tells whether there is anything to do, in one query; nothing of it is parsed, since a start that
     * has nothing to do reads it all.
     *
     * @param repeatables whether those are read in the same query, by their names
     */
    public Map<String, Mark> marks(Connection connection, boolean repeatables) throws SQLException {
        String sql = "select version, fingerprint, state, format, ledger_head from " + table + " where " + here;
        if (repeatables) {
            sql += " union all select name, seal, '" + Mark.REPEATABLE + "', format, '' from " + repeatable + " where "
                    + repeatableHere;
        }
        Map<String, Mark> marks = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                marks.put(
                        row.getString(1),
                        new Mark(row.getString(2), row.getString(3), row.getInt(4), row.getString(5)));
            }
        }
        return marks;
    }

    /**
     * What the row of a migration says, as it stands there.
     *
     * @param head the newest version in the ledger when it was written
     */
    public record Mark(String fingerprint, String state, int format, String head) {

        private static final String REPEATABLE = "repeatable";

        /** Whether it is a repeatable, whose seal is in place of a fingerprint. */
        public boolean isRepeatable() {
            return state.equals(REPEATABLE);
        }

        /** Whether it is a migration that this Godwit knows to be there, with this {@code up}. */
        public boolean isDone(Fingerprint expected) {
            return format <= Format.CURRENT && State.isDone(state) && expected.sameUp(fingerprint);
        }

        /** Whether a part of it is still to come. */
        public boolean isOpen() {
            return !State.APPLIED.text().equals(state);
        }

        /** Whether work on its rows is still to come. */
        public boolean isFilling() {
            return State.FILLING.text().equals(state);
        }
    }

    private HistoryRow row(ResultSet row, boolean spares) throws SQLException {
        String version = row.getString(1);
        if (row.getInt(12) > Format.CURRENT) {
            throw StoreProblems.newerRow(table, version, row.getString(10));
        }
        return new HistoryRow(
                version,
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                fingerprint(version, row.getString(5)),
                state(version, row.getString(6)),
                row.getString(6).endsWith(UNDER_WAY),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Duration.ofMillis(row.getLong(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                spares);
    }

    private Fingerprint fingerprint(String version, String text) {
        try {
            return Fingerprint.parse(text);
        } catch (IllegalArgumentException e) {
            throw StoreProblems.damagedRow(table, version, "fingerprint", text);
        }
    }

    private State state(String version, String text) {
        return Arrays.stream(State.values())
                .filter(state -> text.equals(state.text()) || text.equals(state.text() + UNDER_WAY))
                .findFirst()
                .orElseThrow(() -> StoreProblems.damagedRow(table, version, "state", text));
    }

    public void insert(Connection connection, HistoryRow row) throws SQLException {
        Jdbc.update(
                connection,
                "insert into " + table + " (" + COLUMNS + ", " + SPARES
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.version(),
                Text.atMost(255, row.description()),
                row.className(),
                row.follows().orElse(null),
                row.fingerprint().toString(),
                row.state().text(),
                LocalDateTime.ofInstant(row.appliedAt(), ZoneOffset.UTC),
                row.took().toMillis(),
                row.run(),
                row.godwit(),
                row.head(),
                Format.CURRENT,
                row.spares() ? 1 : 0);
    }

    /** Says that something has been begun that takes a migration from the state that it is in to another one. */
    public void announce(Connection connection, String version, State from) throws SQLException {
        Jdbc.update(
                connection,
                "update %s set state = ? where version = ?".formatted(table),
                from.text() + UNDER_WAY,
                version);
    }

    public void mark(Connection connection, String version, State state) throws SQLException {
        Jdbc.update(connection, "update %s set state = ? where version = ?".formatted(table), state.text(), version);
    }

    /** Says that the release before lives with a migration, now that it is applied in full. */
    public void spare(Connection connection, String version) throws SQLException {
        Jdbc.update(connection, "update %s set %s = 1 where version = ?".formatted(table, SPARES), version);
    }

    public void delete(Connection connection, String version) throws SQLException {
        Jdbc.update(connection, "delete from %s where version = ?".formatted(table), version);
    }
}
