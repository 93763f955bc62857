package dev.godwit.engine.report;

import dev.godwit.plan.Hazard;

/**
 * One statement that would be executed.
 *
 * @param sql as it would be executed; a comment where Java code runs
 * @param lock the lock that it takes and what is long about it; empty where there is none
 * @param group number of its group within the migration, from 1
 * @param transactional whether its group commits as one; otherwise the statement commits by itself
 */
public record PlannedStep(
        String description, String sql, Hazard hazard, String lock, int group, boolean transactional) {}
