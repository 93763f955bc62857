package dev.godwit.engine.execute;

import dev.godwit.engine.rows.Pace;
import java.time.Duration;

/**
 * How a run treats those who use the database meanwhile.
 *
 * @param lockTimeout how long a statement waits for a lock before its group gives way
 * @param attempts how often a group is tried in all, at least once
 * @param firstPause before the second attempt; doubled each time, with chance added
 * @param longestPause the pauses grow up to this
 * @param pace of work on many rows
 * @param limits of what is done unasked
 */
public record Manners(
        Duration lockTimeout, int attempts, Duration firstPause, Duration longestPause, Pace pace, Limits limits) {

    public static final Manners DEFAULT = new Manners(
            Duration.ofSeconds(2), 30, Duration.ofMillis(200), Duration.ofSeconds(10), Pace.DEFAULT, Limits.DEFAULT);

    public Manners {
        if (attempts < 1 || lockTimeout.isNegative()) {
            throw new IllegalArgumentException("Attempts must be at least 1, and a timeout not negative.");
        }
    }

    public Manners withLockTimeout(Duration other) {
        return new Manners(other, attempts, firstPause, longestPause, pace, limits);
    }

    public Manners withPace(Pace other) {
        return new Manners(lockTimeout, attempts, firstPause, longestPause, other, limits);
    }

    public Manners withLimits(Limits other) {
        return new Manners(lockTimeout, attempts, firstPause, longestPause, pace, other);
    }
}
