package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.time.Duration;

/** Executes one step on the session's connection, in whatever transaction that is, and tells of it. */
final class StepRunner {

    private final Session session;
    private final String version;
    private final boolean patient;

    /** @param patient whether a statement may wait for others beyond the lock timeout */
    StepRunner(Session session, String version, boolean patient) {
        this.session = session;
        this.version = version;
        this.patient = patient;
    }

    void run(Step step) {
        session.listener().on(new Event.StepStarted(version, step));
        long start = System.nanoTime();
        try {
            step.work().accept(new WorkRunner(session, version, step, patient)).run();
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
        session.listener().on(new Event.StepEnded(version, step, Duration.ofNanos(System.nanoTime() - start)));
    }
}
