package dev.godwit.engine.execute;

import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Pause;
import dev.godwit.engine.server.Server;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Changes a definition at a moment when no transaction holds the table. Where somebody waits for a table, MariaDB and MySQL end
 * each transaction that has read it and is about to write it: to the server that is a deadlock. On MariaDB the statement is
 * tried without a wait; MySQL is asked who holds the table, and somebody may come between the answer and the statement.
 */
final class QuietMoment {

    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final Session session;
    private final Step step;

    QuietMoment(Session session, Step step) {
        this.session = session;
        this.step = step;
    }

    /** False: nothing was executed, and no better moment than this one came before the lock timeout had passed. */
    boolean execute(String sql) throws SQLException {
        Duration within = session.manners().lockTimeout();
        if (within.isZero()) {
            return false;
        }
        if (!isBrief() || !session.server().triesWithoutWait()) {
            awaitNobody(sql, within);
            return false;
        }
        session.server().waitForNoLock(session.connection());
        try {
            return isExecuted(sql, within);
        } finally {
            session.server().limitLockWaits(session.connection(), within);
        }
    }

    private void awaitNobody(String sql, Duration within) throws SQLException {
        long end = System.nanoTime() + within.toNanos();
        Server.Holders holders = session.server().holders(session.connection(), sql);
        while (holders.areThere() && System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
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
