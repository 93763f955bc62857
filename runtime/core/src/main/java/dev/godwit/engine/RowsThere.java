package dev.godwit.engine;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Server;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.plan.Work;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Leaves work for later where the table has rows. */
record RowsThere(Connection connection, Server server, Dialect dialect) implements LaterRows {

    @Override
    public int firstIn(List<StepGroup> groups) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).steps().stream().anyMatch(this::isLong)) {
                return i;
            }
        }
        return groups.size();
    }

    private boolean isLong(Step step) {
        if (!(step.resume() instanceof Resume.Batched)) {
            return false;
        }
        if (step.work() instanceof Work.Fill fill) {
            return hasRows(fill.table());
        }
        return step.work() instanceof Work.Rows rows && hasRows(rows.transform().table());
    }

    /** A table that is not there yet will have no rows. */
    private boolean hasRows(QualifiedName table) {
        String sql = "select exists (select 1 from %s)".formatted(dialect.quote(table));
        try {
            return Jdbc.test(connection, sql);
        } catch (SQLException e) {
            if (server.failure(e) == Failure.NO_TABLE) {
                return false;
            }
            throw Errors.of(server, "the look for rows of " + table, e);
        }
    }
}
