package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.problem.CheckpointProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Carries one migration out in one direction, from its beginning or from where an interrupted run left it. */
public final class TaskRunner {

    private final Session session;
    private final Keeper keeper;
    private long nextJournalId;

    /**
     * @param keeper records what becomes of rows that are dropped
     * @param nextJournalId free in the journal, as are all above it
     */
    public TaskRunner(Session session, Keeper keeper, long nextJournalId) {
        this.session = session;
        this.keeper = keeper;
        this.nextJournalId = nextJournalId;
    }

    /**
     * Executes what is left to execute.
     *
     * @throws EngineException when a guard refuses, when the executed part was edited, when nothing tells whether a step
     *     took effect, or when a step fails
     */
    public Duration run(Task task) {
        long start = System.nanoTime();
        List<StepGroup> rest = task.rest();
        int executed = task.plan().groups().size() - rest.size();
        int groups = task.plan().groups().size();
        session.listener()
                .on(new Event.MigrationStarted(task.version(), task.description(), task.direction(), groups, executed));
        try {
            if (!task.attempt().hasBegun()) {
                new Guards(session, task.version()).ask(task.plan().guards());
            }
            new Copies(session, task.version()).ask(rest);
            decide(task.decisions());
            announce(task);
            groups(task, rest, start);
        } catch (StepFailure failure) {
            throw coded(task, failure);
        } catch (CommitFailure failure) {
            throw Errors.of(session.server(), "the record of " + task.version(), failure.error());
        } catch (SQLException e) {
            throw Errors.of(session.server(), "the record of " + task.version(), e);
        }
        if (task.outcome().isOpen()) {
            keeper.held(task.decisions());
        } else {
            keeper.ended(task.decisions());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        session.listener()
                .on(new Event.MigrationEnded(
                        task.version(),
                        task.description(),
                        task.direction(),
                        task.outcome().left(),
                        took));
        return took;
    }

    /**
     * Finds out whether the step took effect that an interrupted run had begun, and cleans up if it did not; executes
     * nothing else.
     *
     * @return the attempt, with nothing open any more
     * @throws EngineException when nothing tells
     */
    public Attempt settle(Task task) {
        try {
            Optional<JournalRow> open = open(task, task.rest()).filter(row -> row.state() == JournalRow.State.INTENT);
            if (open.isPresent()) {
                settle(task, open.get(), task.rest().get(0).steps().get(0));
            }
            return open.isEmpty() ? task.attempt() : reread(open.get());
        } catch (SQLException e) {
            throw Errors.of(session.server(), "the record of " + task.version(), e);
        }
    }

    private void settle(Task task, JournalRow open, Step step) throws SQLException {
        if (new Resumption(session, task.version(), step).tookEffect()) {
            new JournalWriter(session, task, nextJournalId).took(open, false, Duration.ZERO);
        } else {
            Optional<String> cleanUp = step.resume().accept(new CleanUp());
            if (cleanUp.isPresent()) {
                Jdbc.execute(session.connection(), cleanUp.get());
            }
            session.commit(() -> session.journal().fail(session.connection(), open.id(), "interrupted"));
        }
    }

    private Attempt reread(JournalRow row) throws SQLException {
        return new Attempt(session.journal().attempt(session.connection(), row));
    }

    private void groups(Task task, List<StepGroup> rest, long start) throws SQLException {
        JournalWriter journal = new JournalWriter(session, task, nextJournalId);
        GroupRunner runner = new GroupRunner(session, task, journal);
        Action end = () -> record(task, Duration.ofNanos(System.nanoTime() - start));
        if (rest.isEmpty()) {
            session.commit(() -> {
                journal.end();
                end.run();
            });
            journal.advance();
            nextJournalId = journal.nextId();
        }
        int all = task.plan().groups().size();
        Optional<JournalRow> open = open(task, rest);
        for (int i = 0; i < rest.size(); i++) {
            int number = all - rest.size() + i + 1;
            Action ending = number == all ? end : () -> {};
            if (i == 0 && open.isPresent()) {
                resume(runner, journal, rest.get(i).steps().get(0), number, open.get(), ending);
            } else {
                runner.run(rest.get(i), number, ending);
            }
            nextJournalId = journal.nextId();
        }
    }

    /** Records what becomes of rows that are dropped, before any of them is. */
    private void decide(Decisions decisions) throws SQLException {
        if (decisions.isToRecord()) {
            session.commit(() -> keeper.begin(decisions, session.retained(), session.connection()));
            keeper.begun(decisions);
        }
    }

    /** Makes visible until its end what takes more than one transaction. */
    private void announce(Task task) throws SQLException {
        List<StepGroup> groups = task.plan().groups();
        boolean atOnce = groups.isEmpty() || groups.size() == 1 && groups.get(0).transactional();
        if (!atOnce && !task.attempt().hasBegun()) {
            session.commit(() -> task.outcome().announce(session.connection(), session.history(), task.version()));
        }
    }

    private void record(Task task, Duration took) throws SQLException {
        if (task.outcome().isOpen()) {
            keeper.hold(task.decisions(), session.retained(), session.connection());
        } else {
            keeper.end(task.decisions(), session.retained(), session.connection());
        }
        task.outcome().write(session.connection(), session.history(), task.version(), session.run(), took);
    }

    /**
     * The journal row of the next step, when it stands alone and was begun or failed.
     *
     * @throws EngineException when another step was begun there, of which nobody knows what it did
     */
    private static Optional<JournalRow> open(Task task, List<StepGroup> rest) {
        Optional<JournalRow> open = task.attempt().open();
        boolean same = open.filter(row -> !rest.isEmpty())
                .filter(row -> isOf(row, rest.get(0)))
                .isPresent();
        if (same) {
            return open;
        }
        open.filter(row -> row.state() == JournalRow.State.INTENT).ifPresent(row -> {
            throw ExecutionProblems.executedPartEdited(
                    task.version(), task.attempt().done().size() + 1, row.what());
        });
        return Optional.empty();
    }

    private static boolean isOf(JournalRow row, StepGroup group) {
        return !group.transactional()
                && row.fingerprints().size() == 1
                && StepFingerprint.isSameStep(
                        row.fingerprints().get(0),
                        StepFingerprint.of(group.steps().get(0)));
    }

    private void resume(
            GroupRunner runner, JournalWriter journal, Step step, int number, JournalRow begun, Action ending)
            throws SQLException {
        boolean unknown = begun.state() == JournalRow.State.INTENT;
        if (unknown && new Resumption(session, begun.version(), step).tookEffect()) {
            session.listener().on(new Event.StepFound(begun.version(), step));
            runner.close(number, begun, Duration.ZERO, ending);
        } else {
            journal.beginAgain(begun);
            runner.standalone(step, number, begun, true, ending);
        }
    }

    private EngineException coded(Task task, StepFailure failure) {
        if (failure.error() instanceof Unfulfilled unfulfilled) {
            return CheckpointProblems.unfulfilled(task.version(), unfulfilled.getMessage());
        }
        Step step = failure.step();
        String during = "%s at [%s]".formatted(task.version(), step.description());
        return Errors.common(session.server(), during, failure.error())
                .orElseGet(() -> ExecutionProblems.statementFailed(
                        task.version(), step.description(), WorkText.of(step.work()), failure.error()));
    }
}
