package dev.godwit.engine.execute;

import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.RepeatableProblems;
import dev.godwit.engine.repeat.RepeatableSource;
import dev.godwit.engine.repeat.Repeatables;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.store.RepeatableRow;
import dev.godwit.engine.store.RepeatableTable;
import dev.godwit.ledger.RepeatableLine;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.repeatable.RepeatableText;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes away what repeatables made, and runs them. Where DDL takes part in transactions, all of it commits at once;
 * elsewhere each statement does, which may run again: what is about to be taken away loses its seal before.
 */
public final class RepeatableRunner {

    private final Session session;
    private final Repeatables repeatables;
    private final RepeatableSource source;
    private final RepeatableTable table;
    private final String godwit;

    /** @param godwit the version of Godwit, for the record */
    public RepeatableRunner(Session session, Repeatables repeatables, RepeatableSource source, String godwit) {
        this.session = session;
        this.repeatables = repeatables;
        this.source = source;
        this.table = new RepeatableTable(session.names());
        this.godwit = godwit;
    }

    /** Takes away what is in the way of a migration. */
    public void away(String version, List<RepeatableRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        commit(version, () -> {
            for (RepeatableRow row : rows) {
                away(row);
            }
        });
    }

    /** Takes away what is gone from the ledger, and runs what is due, each behind those that it needs. */
    public void run(List<RepeatableRow> gone, List<RepeatableLine> due) throws SQLException {
        List<Ready> ready = new ArrayList<>();
        for (RepeatableLine line : due) {
            ready.add(new Ready(line, source.text(line)));
        }
        commit("repeatables", () -> {
            for (RepeatableRow row : gone) {
                away(row);
            }
            for (RepeatableRow row : repeatables.replaced(due)) {
                away(row);
            }
            for (Ready each : ready) {
                run(each);
            }
        });
        for (RepeatableRow row : gone) {
            session.commit(() -> table.delete(session.connection(), row.name()));
            repeatables.remove(row.name());
        }
    }

    private record Ready(RepeatableLine line, Optional<RepeatableText> text) {}

    private void commit(String what, Session.Action action) throws SQLException {
        try {
            if (session.dialect().hasTransactionalDdl()) {
                new Retry(session, what).run(1, () -> session.commit(action));
            } else {
                action.run();
            }
        } catch (CommitFailure failure) {
            throw Errors.of(session.server(), "the record of " + what, failure.error());
        } catch (StepFailure failure) {
            throw coded(failure);
        }
    }

    private EngineException coded(StepFailure failure) {
        String name = failure.step().description().replaceAll(".* ", "");
        String sql = ((Work.Sql) failure.step().work()).sql();
        return Errors.common(session.server(), failure.step().description(), failure.error())
                .orElseGet(() -> isDrop(failure.step())
                        ? RepeatableProblems.notDropped(name, sql, failure.error())
                        : RepeatableProblems.failed(name, sql, failure.error()));
    }

    private static boolean isDrop(Step step) {
        return step.description().startsWith("take");
    }

    private void away(RepeatableRow row) throws SQLException {
        record(() -> table.unseal(session.connection(), row.name()));
        for (String drop : row.drops()) {
            execute("take away " + row.name(), row.name(), drop);
        }
        repeatables.enter(new RepeatableRow(
                row.name(), "", row.needs(), row.reads(), row.drops(), row.at(), row.took(), row.run(), row.godwit()));
    }

    private void run(Ready ready) throws SQLException {
        long start = System.nanoTime();
        String name = ready.line().name();
        for (String statement : ready.text().map(RepeatableText::statements).orElse(List.of())) {
            execute("run " + name, name, statement);
        }
        RepeatableRow row = new RepeatableRow(
                name,
                ready.line().seal(),
                ready.text().map(RepeatableText::after).orElse(List.of()),
                ready.text().map(RepeatableText::reads).orElse(List.of()),
                ready.text().map(RepeatableText::drops).orElse(List.of()),
                Instant.now(),
                Duration.ofNanos(System.nanoTime() - start),
                session.run(),
                godwit);
        record(() -> table.write(session.connection(), row));
        repeatables.enter(row);
    }

    /** Within the transaction where there is one around all, else in one of its own. */
    private void record(Session.Action action) throws SQLException {
        if (session.dialect().hasTransactionalDdl()) {
            action.run();
        } else {
            session.commit(action);
        }
    }

    private void execute(String description, String name, String sql) throws SQLException {
        Step step = new Step(description, new Work.Sql(sql), new Resume.Idempotent(), Hazard.ONLINE, "");
        if (session.dialect().hasTransactionalDdl()) {
            new StepRunner(session, name, false).run(step);
        } else {
            session.commit(() -> {});
            new Retry(session, name).run(1, () -> new StepRunner(session, name, false).run(step));
        }
    }
}
