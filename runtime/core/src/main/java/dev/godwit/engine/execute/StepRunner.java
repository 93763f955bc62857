package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.time.Duration;

/** Executes one step on the session's connection, in whatever transaction that is, and tells of it. */
final class StepRunner {

    private final Session session;
    private final String version;
    private final WorkRunner works;

    StepRunner(Session session, String version) {
        this.session = session;
        this.version = version;
        this.works = new WorkRunner(session, version);
    }

    void run(Step step) {
        session.listener().on(new Event.StepStarted(version, step));
        long start = System.nanoTime();
        try {
            step.work().accept(works).run();
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
        session.listener().on(new Event.StepEnded(version, step, Duration.ofNanos(System.nanoTime() - start)));
    }
}
