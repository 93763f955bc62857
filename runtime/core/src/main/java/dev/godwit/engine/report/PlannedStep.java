package dev.godwit.engine.report;

import dev.godwit.engine.server.TableSize;
import dev.godwit.plan.Hazard;
import java.util.Optional;

/**
 * One statement that would be executed.
 *
 * @param sql as it would be executed; a comment where Java code runs
 * @param lock the lock that it takes and what is long about it; empty where there is none
 * @param size how big the table is that it copies or rewrites; empty where it does not
 * @param group number of its group within the migration, from 1
 * @param transactional whether its group commits as one; otherwise the statement commits by itself
 */
public record PlannedStep(
        String description,
        String sql,
        Hazard hazard,
        String lock,
        Optional<TableSize> size,
        int group,
        boolean transactional) {}
