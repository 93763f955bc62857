package dev.godwit.engine.report;

import dev.godwit.engine.event.Direction;
import java.time.Duration;

/**
 * A migration that a run carried out, or finished.
 *
 * @param state where it stands now
 */
public record Executed(String version, String description, Direction direction, MigrationState state, Duration took) {}
