package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Pause;
import java.sql.SQLException;
import java.time.Duration;

/** Runs again what gave way to somebody else's lock, after a pause, a bounded number of times. */
final class Retry {

    private final Session session;
    private final String version;

    Retry(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /**
     * @param group number of the group, for the event
     * @param action what can be run again from its beginning
     * @throws dev.godwit.engine.problem.EngineException when it gave way too often
     */
    void run(int group, Action action) throws SQLException {
        Backoff backoff = new Backoff(session.manners());
        long start = System.nanoTime();
        while (true) {
            try {
                action.run();
                return;
            } catch (StepFailure failure) {
                if (session.server().failure(failure.error()) != Failure.LOCK_WAIT) {
                    throw failure;
                }
                if (!backoff.again()) {
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    throw ExecutionProblems.locked(
                            version, failure.step().description(), backoff.attempts(), took, failure.error());
                }
                Duration pause = backoff.pause();
                session.listener()
                        .on(new Event.Retry(
                                version,
                                group,
                                backoff.attempts() + 1,
                                pause,
                                failure.step().description()));
                Pause.of(pause);
            }
        }
    }
}
