package dev.godwit.engine.execute;

import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.engine.store.JournalRow.State;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the journal rows of one attempt. */
final class JournalWriter {

    private final Session session;
    private final Task task;
    private long nextId;
    private long attempt;
    private int group;

    /** @param nextId free, as are all above it */
    JournalWriter(Session session, Task task, long nextId) {
        this.session = session;
        this.task = task;
        this.nextId = nextId;
        List<JournalRow> rows = task.attempt().rows();
        this.attempt = rows.isEmpty() ? nextId : rows.get(0).attempt();
        this.group = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).group();
    }

    long nextId() {
        return nextId;
    }

    /**
     * Writes that steps have taken effect, within the transaction in which they did.
     *
     * @param last whether the attempt is over with them
     */
    void done(List<Step> steps, boolean last, Duration took) throws SQLException {
        requireWritten(
                session.journal().insert(session.connection(), row(steps, State.DONE, last, Optional.empty()), took));
    }

    /** Counts a group that was written, once its transaction has been committed. */
    void advance() {
        nextId++;
        group++;
    }

    /**
     * Writes and commits that a step begins.
     *
     * @param last whether the attempt is over with it
     */
    JournalRow begin(Step step, boolean last) throws SQLException {
        session.lock().requireHeld();
        JournalRow row = row(List.of(step), State.INTENT, last, Optional.empty());
        requireWritten(session.journal().insert(session.connection(), row, Duration.ZERO));
        advance();
        return row;
    }

    /**
     * Writes that the attempt is over when nothing is left to execute: an answer of a user was all that it waited for, or
     * the migration does nothing in this direction.
     */
    void end() throws SQLException {
        List<JournalRow> rows = task.attempt().rows();
        if (rows.isEmpty()) {
            done(List.of(), true, Duration.ZERO);
        } else {
            took(rows.get(rows.size() - 1), true, Duration.ZERO);
        }
    }

    /** Writes that a begun step took effect. */
    void took(JournalRow begun, boolean last, Duration took) throws SQLException {
        requireWritten(session.journal().mark(session.connection(), begun.id(), State.DONE, last, took, session.run()));
    }

    /** What is written only by the run that may work and was not written is told by the fence. */
    private void requireWritten(boolean written) throws SQLException {
        if (!written) {
            session.runs().fence(session.connection(), session.run());
        }
    }

    /** Writes and commits that a step of an interrupted run begins again. */
    void beginAgain(JournalRow row) throws SQLException {
        session.commit(() -> session.journal().reopen(session.connection(), row.id(), session.run()));
    }

    /** Writes what the server said, as far as it still can be reached; {@code because} is what is told anyway. */
    void failed(List<Step> steps, StepFailure because) {
        try {
            JournalRow row = row(
                    steps,
                    State.FAILED,
                    false,
                    Optional.ofNullable(because.error().getMessage()));
            requireWritten(session.journal().insert(session.connection(), row, Duration.ZERO));
            advance();
        } catch (SQLException | RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * Writes that a begun step failed.
     *
     * @throws EngineException when this run no longer may work, which then is why
     */
    void failed(JournalRow begun, StepFailure because) {
        try {
            String message = Optional.ofNullable(because.error().getMessage()).orElse("");
            session.commit(() -> session.journal().fail(session.connection(), begun.id(), message));
        } catch (EngineException e) {
            e.addSuppressed(because);
            throw e;
        } catch (SQLException | RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private JournalRow row(List<Step> steps, State state, boolean last, Optional<String> error) {
        return new JournalRow(
                nextId,
                task.version(),
                task.direction(),
                attempt,
                group + 1,
                state == State.FAILED ? List.of() : StepFingerprint.of(steps),
                steps.stream().map(Step::description).collect(Collectors.joining("; ")),
                state,
                last,
                Optional.empty(),
                error,
                session.run());
    }
}
