package dev.godwit.engine.report;

import dev.godwit.engine.event.Direction;
import java.util.List;

/**
 * A migration that would be carried out.
 *
 * @param resumed whether an interrupted run has begun it; then the steps are those that are left
 * @param conditions questions to the live database, of which none may be true before the migration starts
 */
public record PlannedMigration(
        String version,
        String description,
        Direction direction,
        boolean resumed,
        List<String> conditions,
        List<PlannedStep> steps) {

    public PlannedMigration {
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
    }
}
