package dev.godwit.project;

import dev.godwit.schema.Schema;
import java.util.List;

/**
 * How a project's committed files hold together.
 *
 * @param migrations those that could be replayed, in the order of the chain
 * @param problems empty when all holds
 */
public record CheckReport(List<CheckedMigration> migrations, List<ProjectProblem> problems) {

    /**
     * A migration that was replayed.
     *
     * @param before the schema before its {@code up}
     */
    public record CheckedMigration(RecordedMigration migration, Schema before, Proof proof) {}

    public CheckReport {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
    }

    /** Whether all holds. */
    public boolean ok() {
        return problems.isEmpty();
    }
}
