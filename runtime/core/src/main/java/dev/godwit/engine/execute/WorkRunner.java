package dev.godwit.engine.execute;

import dev.godwit.engine.execute.Session.Action;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import java.util.regex.Pattern;

/** Executes work on the session's connection, within whatever transaction it is in. */
final class WorkRunner implements Work.Visitor<Action> {

    private static final Pattern ZERO = Pattern.compile("-?0+(\\.0+)?");

    private final Session session;
    private final String version;

    WorkRunner(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    @Override
    public Action sql(Work.Sql work) {
        return () -> Jdbc.execute(session.connection(), work.sql());
    }

    @Override
    public Action namedByDatabase(Work.NamedByDatabase work) {
        return () -> {
            String name = Jdbc.text(
                            session.connection(),
                            work.lookup(),
                            work.parameters().toArray())
                    .orElseThrow(() -> ExecutionProblems.nameNotFound(version, work.subject()));
            String quoted = session.dialect().quote(new Identifier(name, true));
            Jdbc.execute(session.connection(), work.template().replace(Work.NamedByDatabase.NAME, quoted));
        };
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
