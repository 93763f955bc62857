package dev.godwit.engine.report;

import dev.godwit.engine.event.Direction;
import java.time.Duration;

/** A migration that a run carried out, or finished. */
public record Executed(String version, String description, Direction direction, Duration took) {}
