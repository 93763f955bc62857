package dev.godwit.engine.report;

import java.util.List;

/**
 * What a run would do.
 *
 * @param database product and version
 * @param migrations in the order in which they would be carried out
 */
public record PlanReport(String database, List<PlannedMigration> migrations) {

    public PlanReport {
        migrations = List.copyOf(migrations);
    }
}
