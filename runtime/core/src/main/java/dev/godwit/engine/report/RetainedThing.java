package dev.godwit.engine.report;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A table or column that a migration dropped and the database keeps.
 *
 * @param what its own name, as the model had it
 * @param name what it is called in the database now
 * @param version of the migration that dropped it
 * @param bytes what it takes up, as far as the server's statistics told
 * @param at when it was dropped
 * @param overdue whether it is older than things are to be kept
 */
public record RetainedThing(
        String what, String name, String version, OptionalLong bytes, Instant at, boolean overdue) {}
