package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.problem.LockProblems;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Executes one statement in a thread of its own, while this one looks whom it waits for and ends it when a limit is
 * reached.
 */
final class WatchedStatement {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Session session;
    private final String version;
    private final Step step;
    private final Optional<Lookout> lookout;
    private final long start = System.nanoTime();

    /** @param lookout where the statement may wait for others beyond the lock timeout */
    WatchedStatement(Session session, String version, Step step, Optional<Lookout> lookout) {
        this.session = session;
        this.version = version;
        this.step = step;
        this.lookout = lookout;
    }

    /** @throws SQLException whose cause is an {@link EngineException} where a limit was reached */
    void execute(String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            FutureTask<Boolean> work = new FutureTask<>(() -> statement.execute(sql));
            Thread thread = new Thread(work, "godwit-statement");
            thread.setDaemon(true);
            thread.start();
            await(work, statement);
        }
    }

    private void await(FutureTask<Boolean> work, Statement statement) throws SQLException {
        while (!hasEnded(work, BETWEEN_LOOKS, statement)) {
            Optional<EngineException> limit = limit();
            if (limit.isPresent()) {
                statement.cancel();
                end(work, statement, limit.get());
                return;
            }
        }
    }

    private Optional<EngineException> limit() {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Optional<EngineException> tooLong = session.manners()
                .limits()
                .statement()
                .filter(limit -> took.compareTo(limit) > 0)
                .map(limit -> ExecutionProblems.tookTooLong(version, step.description(), limit));
        return tooLong.or(() -> lookout.flatMap(it -> it.limit(version, step.description(), took)));
    }

    /** What ended well before it could be cancelled has ended well. */
    private void end(FutureTask<Boolean> work, Statement statement, EngineException because) throws SQLException {
        try {
            while (!hasEnded(work, BETWEEN_LOOKS, statement)) {
                session.listener().on(new Event.Cancelling(version, step.description()));
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
            throw new SQLException(because.getMessage(), e.getSQLState(), e.getErrorCode(), because);
        }
    }

    private static boolean hasEnded(FutureTask<Boolean> work, Duration within, Statement statement)
            throws SQLException {
        try {
            work.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            statement.cancel();
            Thread.currentThread().interrupt();
            throw LockProblems.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException said) {
                throw said;
            }
            throw new IllegalStateException("The driver failed.", e.getCause());
        }
    }
}
