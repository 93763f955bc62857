package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;

/**
 * What a run would do.
 *
 * @param database product and version
 * @param migrations in the order in which they would be carried out
 * @param stop why it would stop behind them, with a code
 * @param repeatables what it would take away, or run behind the migrations
 */
public record PlanReport(
        String database,
        List<PlannedMigration> migrations,
        Optional<String> stop,
        List<PlannedRepeatable> repeatables) {

    public PlanReport {
        migrations = List.copyOf(migrations);
        repeatables = List.copyOf(repeatables);
    }
}
