package dev.godwit.engine.execute;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.rows.Batches;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.engine.server.LockKind;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.store.History;
import dev.godwit.engine.store.Journal;
import dev.godwit.engine.store.Names;
import dev.godwit.engine.store.RetainedTable;
import dev.godwit.engine.store.Runs;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * A connection at work for one run.
 *
 * @param connections where a second one is to be had
 * @param lock held by this run
 * @param run the id of the run
 * @param incoming gives the rows that come for a table from another database
 */
public record Session(
        Connection connection,
        ConnectionSource connections,
        Server server,
        LockKind lock,
        Dialect dialect,
        Names names,
        String run,
        Manners manners,
        Listener listener,
        History history,
        Journal journal,
        Runs runs,
        RetainedTable retained,
        Function<QualifiedName, Batches> incoming) {

    public Session(
            Connection connection,
            ConnectionSource connections,
            Server server,
            LockKind lock,
            Dialect dialect,
            Names names,
            String run,
            Manners manners,
            Listener listener) {
        this(
                connection,
                connections,
                server,
                lock,
                dialect,
                names,
                run,
                manners,
                listener,
                new History(names, server),
                new Journal(names),
                new Runs(names),
                new RetainedTable(names),
                table -> {
                    throw new IllegalStateException("No rows come from elsewhere for " + table);
                });
    }

    /** A session into which rows come from another database. */
    public Session receiving(Function<QualifiedName, Batches> tables) {
        return new Session(
                connection,
                connections,
                server,
                lock,
                dialect,
                names,
                run,
                manners.withPace(manners.pace().alone()),
                listener,
                history,
                journal,
                runs,
                retained,
                tables);
    }

    /** What runs in a transaction. */
    @FunctionalInterface
    public interface Action {
        void run() throws SQLException;
    }

    /**
     * Commits at once what an action does, provided that this run still may work.
     *
     * @throws dev.godwit.engine.problem.EngineException when it no longer may
     */
    public void commit(Action action) throws SQLException {
        transaction(() -> {
            runs.fence(connection, run);
            action.run();
        });
    }

    /** Commits at once what an action does; the action makes sure that this run still may work. */
    void transaction(Action action) throws SQLException {
        lock.requireHeld();
        connection.setAutoCommit(false);
        try {
            server.enterTransaction(connection, manners.lockTimeout());
            if (!lock.endsWithConnection()) {
                runs.fence(connection, run);
            }
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
