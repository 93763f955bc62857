package dev.godwit.engine.retain;

import java.time.Duration;

/**
 * How what migrations drop is kept.
 *
 * @param keep whether it is kept at all
 * @param overdueAfter the age at which a kept thing is to be purged; nothing is purged by itself
 * @param acceptLoss whether a rollback goes on without rows that were purged
 * @param unvalidated whether a rollback leaves it open, where the database can, whether rows fulfil the constraints that
 *     come back
 */
public record Retaining(boolean keep, Duration overdueAfter, boolean acceptLoss, boolean unvalidated) {

    public static final Retaining DEFAULT = new Retaining(true, Duration.ofDays(30), false, false);

    public Retaining withKeep(boolean other) {
        return new Retaining(other, overdueAfter, acceptLoss, unvalidated);
    }

    public Retaining withOverdueAfter(Duration other) {
        return new Retaining(keep, other, acceptLoss, unvalidated);
    }

    public Retaining withAcceptLoss(boolean other) {
        return new Retaining(keep, overdueAfter, other, unvalidated);
    }

    public Retaining withUnvalidated(boolean other) {
        return new Retaining(keep, overdueAfter, acceptLoss, other);
    }
}
