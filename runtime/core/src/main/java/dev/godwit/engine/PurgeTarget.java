package dev.godwit.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What a purge drops for good.
 *
 * @param olderThan what was dropped longer ago than this
 * @param version what this migration dropped, whatever its age; empty: any
 */
public record PurgeTarget(Duration olderThan, Optional<String> version) {

    /** What is older than it is to be kept. */
    public static PurgeTarget olderThan(Duration age) {
        return new PurgeTarget(age, Optional.empty());
    }

    /** What one migration dropped. */
    public static PurgeTarget of(String version) {
        return new PurgeTarget(Duration.ZERO, Optional.of(version));
    }
}
