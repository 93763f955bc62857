package dev.godwit.engine.retain;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Knows during a run what the database keeps, decides for each migration, and keeps the record. */
public final class Keeper {

    private final Shelf shelf;
    private final Retaining settings;
    private final String run;
    private final List<RetainedRow> rows;

    /**
     * @param rows what the database keeps when the run begins
     * @param run its id
     */
    public Keeper(
            Connection connection,
            Server server,
            Dialect dialect,
            Retaining settings,
            List<RetainedRow> rows,
            String run) {
        this.shelf = new Shelf(connection, server, dialect);
        this.settings = settings;
        this.rows = new ArrayList<>(rows);
        this.run = run;
    }

    /** Decides for a turn, step by step while its plan is made. */
    public Decisions decide(Decisions.Turn turn) {
        return new Decisions(turn, shelf, List.copyOf(rows), settings, run);
    }

    /** Records decisions before the first step. */
    public void begin(Decisions decisions, RetainedTable table, Connection connection) throws SQLException {
        for (RetainedRow row : decisions.stale()) {
            table.delete(connection, row);
        }
        for (RetainedRow row : decisions.recordedAtStart()) {
            table.insert(connection, row);
        }
    }

    /** Takes over what was recorded before the first step. */
    public void begun(Decisions decisions) {
        rows.removeAll(decisions.stale());
        rows.addAll(decisions.recordedAtStart());
    }

    /** Records what came of them so far, when the turn is left open between expand and contract. */
    public void hold(Decisions decisions, RetainedTable table, Connection connection) throws SQLException {
        for (RetainedRow row : decisions.backWhileOpen()) {
            table.update(connection, row);
        }
    }

    /** Takes over what was committed while the turn is left open. */
    public void held(Decisions decisions) {
        List<RetainedRow> back = decisions.backWhileOpen();
        List<String> names = back.stream().map(RetainedRow::name).toList();
        rows.removeIf(row -> names.contains(row.name()));
        rows.addAll(back);
    }

    /** Records what came of them, with the last step. */
    public void end(Decisions decisions, RetainedTable table, Connection connection) throws SQLException {
        for (RetainedRow row : decisions.goneAtEnd()) {
            table.delete(connection, row);
        }
        for (RetainedRow row : decisions.keptAtEnd()) {
            table.update(connection, row);
        }
    }

    /** Takes over what was committed. */
    public void ended(Decisions decisions) {
        List<RetainedRow> gone = decisions.goneAtEnd();
        List<RetainedRow> kept = decisions.keptAtEnd();
        List<String> names = new ArrayList<>(
                decisions.stale().stream().map(RetainedRow::name).toList());
        gone.forEach(row -> names.add(row.name()));
        kept.forEach(row -> names.add(row.name()));
        rows.removeIf(row -> names.contains(row.name()));
        rows.addAll(kept);
    }
}
