package dev.godwit.plan;

/**
 * A condition on the live database under which a migration would fail or lose what it must not: asked before anything
 * is executed.
 *
 * @param query its first column is true when the migration must not start; false when the table is not there yet
 * @param refusal what to tell then: a code, what is wrong, the ways out
 */
public record Guard(String query, String refusal) {}
