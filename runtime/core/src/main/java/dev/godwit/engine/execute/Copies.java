package dev.godwit.engine.execute;

import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.TableSize;
import dev.godwit.engine.server.TableSizes;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks before a big table is copied, or rewritten, while its users wait. */
final class Copies {

    private final Session session;
    private final String version;

    Copies(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /** @throws dev.godwit.engine.problem.EngineException when a table is too big for being copied unasked */
    void ask(List<StepGroup> groups) throws SQLException {
        OptionalLong most = session.manners().limits().copiedRows();
        if (most.isEmpty() || !session.server().asksBeforeCopies()) {
            return;
        }
        for (StepGroup group : groups) {
            for (Step step : group.steps()) {
                if (step.copies().isPresent()) {
                    ask(step, step.copies().get(), most.getAsLong());
                }
            }
        }
    }

    private void ask(Step step, QualifiedName table, long most) throws SQLException {
        Optional<TableSize> size = new TableSizes(session.connection(), session.server(), session.dialect()).of(table);
        if (size.isPresent() && isBigger(table, size.get(), most)) {
            throw ExecutionProblems.copyUnasked(
                    version, step.description(), step.lock(), size.get().text(), most);
        }
    }

    /** Counts no further than it has to, where the server has not. */
    private boolean isBigger(QualifiedName table, TableSize size, long most) throws SQLException {
        if (size.rows().isPresent()) {
            return size.rows().getAsLong() > most;
        }
        String sql = "select count(*) > ? from (select 1 from %s limit %d) counted"
                .formatted(session.dialect().quote(table), most + 1);
        return Jdbc.test(session.connection(), sql, most);
    }
}
