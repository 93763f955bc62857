package dev.godwit.engine.execute;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses with chance in them, so that those who wait for each other do not meet again. */
final class Backoff {

    private final Manners manners;
    private int failed;

    Backoff(Manners manners) {
        this.manners = manners;
    }

    /** Counts a failed attempt, and tells whether another one is due. */
    boolean again() {
        failed++;
        return failed < manners.attempts();
    }

    int attempts() {
        return failed;
    }

    Duration pause() {
        long longest = manners.longestPause().toMillis();
        long wanted = manners.firstPause().toMillis() << Math.min(failed - 1, 20);
        long pause = Math.min(wanted, longest);
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }
}
