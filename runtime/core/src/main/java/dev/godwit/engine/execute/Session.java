package dev.godwit.engine.execute;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.store.History;
import dev.godwit.engine.store.Journal;
import dev.godwit.engine.store.Names;
import dev.godwit.engine.store.Runs;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection at work for one run.
 *
 * @param run the id of the run
 */
public record Session(
        Connection connection,
        Server server,
        Dialect dialect,
        Names names,
        String run,
        Manners manners,
        Listener listener) {

    public History history() {
        return new History(names, server);
    }

    public Journal journal() {
        return new Journal(names);
    }

    public Runs runs() {
        return new Runs(names);
    }

    /** What runs in a transaction. */
    @FunctionalInterface
    interface Action {
        void run() throws SQLException;
    }

    /**
     * Commits at once what an action does, provided that this run still may work.
     *
     * @throws dev.godwit.engine.problem.EngineException when it no longer may
     */
    void commit(Action action) throws SQLException {
        connection.setAutoCommit(false);
        try {
            runs().fence(connection, run);
            action.run();
            commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        } finally {
            restore();
        }
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitFailure(e);
        }
    }

    private void rollback(Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** A connection that is gone tells so at its next statement. */
    private void restore() throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
        }
    }
}
