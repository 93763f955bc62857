package dev.godwit.engine.retain;

import java.time.Duration;

/**
 * How what migrations drop is kept.
 *
 * @param keep whether it is kept at all
 * @param overdueAfter the age at which a kept thing is to be purged; nothing is purged by itself
 * @param acceptLoss whether a rollback goes on without rows that were purged
 */
public record Retaining(boolean keep, Duration overdueAfter, boolean acceptLoss) {

    public static final Retaining DEFAULT = new Retaining(true, Duration.ofDays(30), false);

    public Retaining withKeep(boolean other) {
        return new Retaining(other, overdueAfter, acceptLoss);
    }

    public Retaining withOverdueAfter(Duration other) {
        return new Retaining(keep, other, acceptLoss);
    }

    public Retaining withAcceptLoss(boolean other) {
        return new Retaining(keep, overdueAfter, other);
    }
}
