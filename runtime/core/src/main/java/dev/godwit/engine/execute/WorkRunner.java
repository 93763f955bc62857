package dev.godwit.engine.execute;

import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Executes work on the session's connection, within whatever transaction it is in. */
final class WorkRunner implements Work.Visitor<Action> {

    private static final Pattern ZERO = Pattern.compile("-?0+(\\.0+)?");

    private final Session session;
    private final String version;
    private final Step step;
    private final boolean patient;

    /** @param patient whether a statement may wait for others beyond the lock timeout */
    WorkRunner(Session session, String version, Step step, boolean patient) {
        this.session = session;
        this.version = version;
        this.step = step;
        this.patient = patient;
    }

    @Override
    public Action sql(Work.Sql work) {
        return () -> execute(work.sql());
    }

    @Override
    public Action namedByDatabase(Work.NamedByDatabase work) {
        return () -> {
            String name = Jdbc.text(
                            session.connection(),
                            work.lookup(),
                            work.parameters().toArray())
                    .orElseThrow(() -> ExecutionProblems.nameNotFound(version, work.subject()));
            execute(work.statement(name, found -> session.dialect().quote(new Identifier(found, true))));
        };
    }

    /** A thread more is only spent where there is something to watch. */
    private void execute(String sql) throws SQLException {
        if (new QuietMoment(session, step).execute(sql)) {
            return;
        }
        if (patient) {
            try (Lookout lookout = new Lookout(session)) {
                new WatchedStatement(session, version, step, Optional.of(lookout)).execute(sql);
            }
        } else if (session.manners().limits().statement().isPresent()) {
            new WatchedStatement(session, version, step, Optional.empty()).execute(sql);
        } else {
            Jdbc.execute(session.connection(), sql);
        }
    }

    @Override
    public Action verify(Work.Verify work) {
        return () -> {
            String found = Jdbc.text(session.connection(), work.query()).orElse("nothing");
            if (!ZERO.matcher(found).matches()) {
                throw new Unfulfilled(work.what(), found);
            }
        };
    }

    @Override
    public Action rows(Work.Rows work) {
        throw committedByBatch(work);
    }

    @Override
    public Action fill(Work.Fill work) {
        throw committedByBatch(work);
    }

    @Override
    public Action copyRows(Work.CopyRows work) {
        throw committedByBatch(work);
    }

    private static IllegalStateException committedByBatch(Work work) {
        return new IllegalStateException("Each batch is a transaction of its own: " + WorkText.of(work));
    }
}
