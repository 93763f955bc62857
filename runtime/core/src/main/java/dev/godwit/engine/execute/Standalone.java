package dev.godwit.engine.execute;

import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.rows.Batches;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import java.sql.SQLException;
import java.time.Duration;

/** Executes a step outside of a transaction around it: a statement that commits by itself, or rows batch by batch. */
final class Standalone implements Work.Visitor<Action> {

    private final Session session;
    private final String version;
    private final int group;
    private final Step step;
    private final JournalRow begun;
    private boolean again;

    /**
     * @param begun the step's journal row
     * @param again whether an earlier attempt may have left something behind
     */
    Standalone(Session session, String version, int group, Step step, JournalRow begun, boolean again) {
        this.session = session;
        this.version = version;
        this.group = group;
        this.step = step;
        this.begun = begun;
        this.again = again;
    }

    @Override
    public Action sql(Work.Sql work) {
        return this::statement;
    }

    @Override
    public Action namedByDatabase(Work.NamedByDatabase work) {
        return this::statement;
    }

    private void statement() throws SQLException {
        Duration limit = session.manners().lockTimeout();
        boolean patient = session.server().waitsOutsideTransactions() && !limit.isZero();
        if (patient) {
            session.server().limitLockWaits(session.connection(), Duration.ZERO);
        }
        again = again || leftBehind();
        new Retry(session, version).run(group, () -> attempt(patient));
        if (patient) {
            session.server().limitLockWaits(session.connection(), limit);
        }
    }

    /** An attempt of an earlier run that failed, not interrupted, is not resumed; what it left is in the way. */
    private boolean leftBehind() throws SQLException {
        return step.resume().accept(new CleanUp()).isPresent()
                && session.journal().hasFailed(session.connection(), version, StepFingerprint.of(step));
    }

    private void attempt(boolean patient) {
        if (again) {
            step.resume().accept(new CleanUp()).ifPresent(this::cleanUp);
        }
        again = true;
        new StepRunner(session, version, patient).run(step);
    }

    private void cleanUp(String sql) {
        try {
            Jdbc.execute(session.connection(), sql);
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
    }

    @Override
    public Action verify(Work.Verify work) {
        return this::statement;
    }

    @Override
    public Action rows(Work.Rows work) {
        return loop(Batches.of(session.connection(), session.dialect(), version, work));
    }

    @Override
    public Action fill(Work.Fill work) {
        return loop(Batches.of(session.connection(), session.dialect(), work));
    }

    @Override
    public Action copyRows(Work.CopyRows work) {
        return loop(session.incoming().apply(work.table()));
    }

    private Action loop(Batches batches) {
        return new BatchLoop(session, version, group, step, begun, batches)::run;
    }
}
