package dev.godwit.engine.report;

import dev.godwit.drift.Drift;
import java.util.Optional;

/**
 * How a live database stands to its history.
 *
 * @param database product and version
 * @param head the last migration in the chain that the database has; empty when it has none
 * @param drift what differs; nothing where it was not measured
 * @param notMeasured why nothing was compared, with its code
 */
public record DriftReport(String database, Optional<String> head, Drift drift, Optional<String> notMeasured) {}
