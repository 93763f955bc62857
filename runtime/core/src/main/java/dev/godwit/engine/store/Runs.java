package dev.godwit.engine.store;

import dev.godwit.engine.problem.LockProblems;
import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.server.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The run table: which run may work on this schema. */
public final class Runs {

    static final String RUN_SLOT = "run";
    private static final String FIRST_SLOT = "first";

    private static final String HOOK_SLOT = "after";

    private final String table;
    private final String fence;

    public Runs(Names names) {
        this.table = names.run();
        this.fence = "update %s set seen_at = ? where slot = ? and run_id = ?".formatted(table);
    }

    /**
     * The run that worked last, or works still.
     *
     * @param connectionId what the server calls its working connection; empty once it has ended
     */
    public record Run(String id, String holder, Optional<String> connectionId, LocalDateTime startedAt) {}

    /** @throws dev.godwit.engine.problem.EngineException when the tables are a newer Godwit's */
    public Optional<Run> current(Connection connection) throws SQLException {
        return Jdbc.query(
                        connection,
                        "select run_id, holder, connection_id, started_at, format from %s where slot = ?"
                                .formatted(table),
                        row -> {
                            if (row.getInt(5) > Format.CURRENT) {
                                throw StoreProblems.newerTables(table, row.getInt(5), Format.CURRENT);
                            }
                            return new Run(
                                    row.getString(1),
                                    row.getString(2),
                                    Optional.ofNullable(row.getString(3)),
                                    row.getObject(4, LocalDateTime.class));
                        },
                        RUN_SLOT)
                .stream()
                .findFirst();
    }

    /** Makes a run the one that may work; every other one is fenced out from here on. */
    public void take(Connection connection, String run, String holder, String connectionId) throws SQLException {
        Jdbc.update(
                connection,
                "update %s set run_id = ?, holder = ?, connection_id = ?, started_at = ? where slot = ?"
                        .formatted(table),
                run,
                Text.atMost(255, holder),
                connectionId,
                LocalDateTime.now(ZoneOffset.UTC),
                RUN_SLOT);
    }

    /** Says that the database has no migration yet, and that nobody can use it before a run has come to its end. */
    public void beginFirst(Connection connection, String run) throws SQLException {
        Jdbc.update(
                connection,
                "insert into %s (slot, run_id, holder, started_at, format) values (?, ?, ?, ?, ?)".formatted(table),
                FIRST_SLOT,
                run,
                "",
                LocalDateTime.now(ZoneOffset.UTC),
                Format.CURRENT);
    }

    /** Whether no run has come to its end since the database had no migration. */
    public boolean isFirst(Connection connection) throws SQLException {
        return !Jdbc.query(
                        connection,
                        "select slot from %s where slot = ?".formatted(table),
                        row -> row.getString(1),
                        FIRST_SLOT)
                .isEmpty();
    }

    /** Says that a run has come to its end. */
    public void endFirst(Connection connection) throws SQLException {
        Jdbc.update(connection, "delete from %s where slot = ?".formatted(table), FIRST_SLOT);
    }

    /** Says that the working connection is no longer this run's. */
    public void end(Connection connection, String run) throws SQLException {
        Jdbc.update(
                connection,
                "update %s set connection_id = null where slot = ? and run_id = ?".formatted(table),
                RUN_SLOT,
                run);
    }

    /**
     * Checks, and holds until the transaction ends, that a run still is the one that may work.
     *
     * @throws dev.godwit.engine.problem.EngineException when it no longer is
     */
    public void fence(Connection connection, String run) throws SQLException {
        int rows = Jdbc.update(connection, fence, LocalDateTime.now(ZoneOffset.UTC), RUN_SLOT, run);
        if (rows == 0) {
            throw LockProblems.fencedOut(run, current(connection).map(Run::holder));
        }
    }

    /** Says that a hook is to be run after what this run does, whoever comes to it. */
    public void oweHook(Connection connection, String run) throws SQLException {
        if (!owesHook(connection)) {
            Jdbc.update(
                    connection,
                    "insert into %s (slot, run_id, holder, started_at, format) values (?, ?, ?, ?, ?)".formatted(table),
                    HOOK_SLOT,
                    run,
                    "",
                    LocalDateTime.now(ZoneOffset.UTC),
                    Format.CURRENT);
        }
    }

    /** Whether a run did something and its hook has not ended well since. */
    public boolean owesHook(Connection connection) throws SQLException {
        return Jdbc.test(connection, "select count(*) > 0 from %s where slot = ?".formatted(table), HOOK_SLOT);
    }

    /** Says that the hook has ended well. */
    public void settleHook(Connection connection) throws SQLException {
        Jdbc.update(connection, "delete from %s where slot = ?".formatted(table), HOOK_SLOT);
    }
}
