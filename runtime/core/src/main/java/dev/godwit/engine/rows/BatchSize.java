package dev.godwit.engine.rows;

import java.time.Duration;

/** How many rows the next batch has: as many as the time for a batch allows, from what the last one took. */
public final class BatchSize {

    private static final int FIRST = 1000;

    private final Pace pace;
    private int rows;

    public BatchSize(Pace pace) {
        this.pace = pace;
        this.rows = Math.min(FIRST, pace.mostRows());
    }

    public int rows() {
        return rows;
    }

    /** At most twice as many and at least half as many as before, since one batch says little. */
    public void took(Duration time) {
        double wanted = rows * (double) pace.target().toNanos() / Math.max(1, time.toNanos());
        rows = clamp(Math.min(Math.max(wanted, rows / 2.0), rows * 2.0));
    }

    /** Half as many, where a batch failed as a whole. */
    public void failed() {
        rows = clamp(rows / 2.0);
    }

    private int clamp(double wanted) {
        return (int) Math.max(1, Math.min(wanted, pace.mostRows()));
    }
}
