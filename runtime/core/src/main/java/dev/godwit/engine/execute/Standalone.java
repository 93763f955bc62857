package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

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
        new Retry(session, version).run(group, this::attempt);
        if (patient) {
            session.server().limitLockWaits(session.connection(), limit);
        }
    }

    private void attempt() {
        if (again) {
            step.resume().accept(new CleanUp()).ifPresent(this::cleanUp);
        }
        again = true;
        new StepRunner(session, version).run(step);
    }

    private void cleanUp(String sql) {
        try {
            Jdbc.execute(session.connection(), sql);
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
    }

    /** Each batch commits with the key of its last row. */
    @Override
    public Action rows(Work.Rows work) {
        return () -> {
            session.listener().on(new Event.StepStarted(version, step));
            long start = System.nanoTime();
            RowBatches batches = new RowBatches(session, version, work.transform());
            RowBatches.Position position = begun.cursor()
                    .map(Cursor::parse)
                    .map(RowBatches.Position::after)
                    .orElse(RowBatches.Position.START);
            OptionalLong total = batches.rowsBehind(position);
            while (!position.atEnd()) {
                position = batch(batches, position);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                String table = work.transform().table().toString();
                session.listener().on(new Event.Progress(version, table, position.rows(), total, took));
            }
            session.listener().on(new Event.StepEnded(version, step, Duration.ofNanos(System.nanoTime() - start)));
        };
    }

    private RowBatches.Position batch(RowBatches batches, RowBatches.Position from) throws SQLException {
        RowBatches.Position[] reached = {from};
        new Retry(session, version)
                .run(
                        group,
                        () -> session.commit(() -> {
                            reached[0] = next(batches, from);
                            if (reached[0].last().isPresent()) {
                                String cursor = reached[0].last().get().toString();
                                session.journal().moveCursor(session.connection(), begun.id(), cursor);
                            }
                        }));
        return reached[0];
    }

    private RowBatches.Position next(RowBatches batches, RowBatches.Position from) {
        try {
            return batches.next(from);
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
    }
}
