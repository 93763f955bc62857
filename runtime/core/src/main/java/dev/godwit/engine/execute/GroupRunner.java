package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Executes the groups of one migration, each with its journal row. */
final class GroupRunner {

    private final Session session;
    private final Task task;
    private final JournalWriter journal;
    private final StepRunner steps;
    private final Retry retry;

    GroupRunner(Session session, Task task, JournalWriter journal) {
        this.session = session;
        this.task = task;
        this.journal = journal;
        this.steps = new StepRunner(session, task.version(), false);
        this.retry = new Retry(session, task.version());
    }

    /**
     * Executes a group and commits it.
     *
     * @param number among the groups of the plan, from 1
     * @param ending runs in the transaction that ends the group
     */
    void run(StepGroup group, int number, Action ending) throws SQLException {
        if (group.transactional()) {
            transaction(group.steps(), number, ending);
        } else {
            Step step = group.steps().get(0);
            JournalRow begun = journal.begin(step, isLast(number));
            if (task.abandonsBy(number) && isNothingToDo(step)) {
                session.listener().on(new Event.StepFound(task.version(), step));
                close(number, begun, Duration.ZERO, ending);
            } else {
                standalone(step, number, begun, false, ending);
            }
        }
    }

    private boolean isNothingToDo(Step step) {
        return step.resume() instanceof Resume.Observable && new Resumption(session, task.version(), step).tookEffect();
    }

    /** All steps and the journal row in one transaction, which is retried whole. */
    private void transaction(List<Step> group, int number, Action ending) throws SQLException {
        try {
            retry.run(number, () -> attempt(group, number, ending));
        } catch (StepFailure failure) {
            journal.failed(group, failure);
            throw failure;
        }
        journal.advance();
        ended(number);
    }

    private void attempt(List<Step> group, int number, Action ending) throws SQLException {
        try {
            session.transaction(() -> {
                long start = System.nanoTime();
                for (Step step : group) {
                    if (step != group.get(0)) {
                        session.server()
                                .giveWayBeforeDeadlocks(
                                        session.connection(),
                                        Duration.ofNanos(System.nanoTime() - start),
                                        session.manners().lockTimeout());
                    }
                    steps.run(step);
                }
                journal.done(group, isLast(number), Duration.ofNanos(System.nanoTime() - start));
                end(number, ending);
            });
        } catch (CommitFailure failure) {
            // What a database checks at the end of a transaction only, it blames on no statement.
            throw new StepFailure(group.get(group.size() - 1), failure.error());
        }
    }

    /**
     * A step that commits by itself, between its intent and its outcome.
     *
     * @param begun its journal row
     * @param again whether an earlier attempt may have left something behind
     */
    void standalone(Step step, int number, JournalRow begun, boolean again, Action ending) throws SQLException {
        long start = System.nanoTime();
        try {
            step.work()
                    .accept(new Standalone(session, task.version(), number, step, begun, again))
                    .run();
        } catch (StepFailure failure) {
            journal.failed(begun, failure);
            throw failure;
        }
        close(number, begun, Duration.ofNanos(System.nanoTime() - start), ending);
    }

    /** Writes and commits that a step took effect. */
    void close(int number, JournalRow begun, Duration took, Action ending) throws SQLException {
        if (isLast(number)) {
            session.commit(() -> {
                journal.took(begun, true, took);
                end(number, ending);
            });
        } else {
            journal.took(begun, false, took);
        }
        ended(number);
    }

    private boolean isLast(int number) {
        return number == task.plan().groups().size();
    }

    private void end(int number, Action ending) throws SQLException {
        ending.run();
        session.listener()
                .on(new Event.GroupEnding(
                        task.version(), number, task.plan().groups().size()));
    }

    private void ended(int number) {
        session.listener()
                .on(new Event.GroupEnded(
                        task.version(), number, task.plan().groups().size()));
    }
}
