package dev.godwit.engine.execute;

import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Pause;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Changes a definition at a moment when no transaction holds the table, by trying without a wait. Where somebody waits
 * for a table, MariaDB ends each transaction that has read it and is about to write it: to the server that is a deadlock.
 */
final class QuietMoment {

    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final Session session;
    private final Step step;

    QuietMoment(Session session, Step step) {
        this.session = session;
        this.step = step;
    }

    /** False: there was none before the lock timeout had passed, and nothing was executed. */
    boolean execute(String sql) throws SQLException {
        Duration within = session.manners().lockTimeout();
        if (!isBrief() || within.isZero() || !session.server().triesWithoutWait()) {
            return false;
        }
        session.server().waitForNoLock(session.connection());
        try {
            return isExecuted(sql, within);
        } finally {
            session.server().limitLockWaits(session.connection(), within);
        }
    }

    /** What works on a table for long is not begun again and again. */
    private boolean isBrief() {
        return switch (step.hazard()) {
            case BRIEF_LOCK, BREAKS_RUNNING_VERSION, LOSES_DATA -> true;
            case ONLINE, COPIES_TABLE -> false;
        };
    }

    private boolean isExecuted(String sql, Duration within) throws SQLException {
        long end = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < end) {
            try {
                Jdbc.execute(session.connection(), sql);
                return true;
            } catch (SQLException e) {
                if (session.server().failure(e) != Failure.LOCK_WAIT) {
                    throw e;
                }
                Pause.of(Duration.ofMillis(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
            }
        }
        return false;
    }
}
