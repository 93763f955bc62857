package dev.godwit.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one migration stands.
 *
 * @param appliedAt by the clock of the machine that ran it
 * @param run which run finished it, or stopped inside it
 * @param error what the database said when it stopped
 */
public record MigrationStatus(
        String version,
        String description,
        MigrationState state,
        Optional<Instant> appliedAt,
        Optional<Duration> took,
        Optional<String> run,
        Optional<String> error) {}
