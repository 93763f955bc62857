package dev.godwit.engine.report;

import dev.godwit.engine.event.Direction;
import java.util.List;

/**
 * A migration that would be carried out.
 *
 * @param state where it would stand then
 * @param resumed whether an interrupted run has begun it; then the steps are those that are left
 * @param hazards what the running version meets of it whatever the plan, with codes
 * @param conditions questions to the live database, of which none may be true before the migration starts
 * @param later what is left for another run, once the version of the application that is to go is gone, or of work on rows
 */
public record PlannedMigration(
        String version,
        String description,
        Direction direction,
        MigrationState state,
        boolean resumed,
        List<String> hazards,
        List<String> conditions,
        List<PlannedStep> steps,
        List<PlannedStep> later) {

    public PlannedMigration {
        hazards = List.copyOf(hazards);
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
        later = List.copyOf(later);
    }
}
