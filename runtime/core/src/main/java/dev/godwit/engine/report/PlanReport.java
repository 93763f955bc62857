package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;

/**
 * What a run would do.
 *
 * @param database product and version
 * @param migrations in the order in which they would be carried out
 * @param held whose contract is due and would not be carried out, since the old version still writes
 * @param stop why it would stop behind them, with a code
 * @param repeatables what it would take away, or run behind the migrations
 * @param later migrations of a later release that this one lives with, so that there is nothing to do for it
 */
public record PlanReport(
        String database,
        List<PlannedMigration> migrations,
        List<OpenPhase> held,
        Optional<String> stop,
        List<PlannedRepeatable> repeatables,
        List<String> later) {

    public PlanReport {
        migrations = List.copyOf(migrations);
        held = List.copyOf(held);
        repeatables = List.copyOf(repeatables);
        later = List.copyOf(later);
    }

    /** What a run would do that finds migrations of a later release. */
    public static PlanReport leftAlone(String database, List<String> later) {
        return new PlanReport(database, List.of(), List.of(), Optional.empty(), List.of(), later);
    }
}
