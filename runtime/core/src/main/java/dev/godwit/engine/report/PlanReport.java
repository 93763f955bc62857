package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;

/**
 * What a run would do.
 *
 * @param database product and version
 * @param migrations in the order in which they would be carried out
 * @param stop why it would stop behind them, with a code
 */
public record PlanReport(String database, List<PlannedMigration> migrations, Optional<String> stop) {

    public PlanReport {
        migrations = List.copyOf(migrations);
    }
}
