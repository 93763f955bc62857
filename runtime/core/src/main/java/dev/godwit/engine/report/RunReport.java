package dev.godwit.engine.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param database product and version; empty when one look at the history was enough
 * @param migrations in the order in which they were carried out; empty when there was nothing to do
 * @param open migrations of which a part is held back, in the chain's order; unknown, hence empty, when one look at the
 *     history was enough
 * @param repeatables what was done about views, functions and the like
 * @param later migrations of a later release that this one lives with, so that there was nothing to do for it
 * @param head the last migration in the chain that the database has now; empty when it has none
 */
public record RunReport(
        Optional<String> database,
        List<Executed> migrations,
        List<OpenPhase> open,
        RepeatableReport repeatables,
        List<String> later,
        Optional<String> head,
        Duration took) {

    public RunReport {
        migrations = List.copyOf(migrations);
        open = List.copyOf(open);
        later = List.copyOf(later);
    }

    /** A run that found nothing to do. */
    public static RunReport nothingToDo(Optional<String> head, Duration took) {
        return leftAlone(List.of(), head, took);
    }

    /** A run that found migrations of a later release. */
    public static RunReport leftAlone(List<String> later, Optional<String> head, Duration took) {
        return new RunReport(Optional.empty(), List.of(), List.of(), RepeatableReport.NOTHING, later, head, took);
    }
}
