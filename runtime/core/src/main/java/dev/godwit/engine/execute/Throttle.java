package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.rows.Pace;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Pause;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Makes batches wait while the database has better things to do, or while an operator says so. */
final class Throttle {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Session session;
    private final String version;
    private final Pace pace;
    private long lastLook;
    private boolean looked;

    Throttle(Session session, String version) {
        this.session = session;
        this.version = version;
        this.pace = session.manners().pace();
    }

    /** Returns when work may go on; looks at most once a second. */
    void await() throws SQLException {
        if (looked && System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        Optional<String> told = Optional.empty();
        for (Optional<String> reason = reason(); reason.isPresent(); reason = reason()) {
            if (told.isEmpty()) {
                session.listener().on(new Event.HeldBack(version, reason.get()));
            }
            told = reason;
            Pause.of(BETWEEN_LOOKS);
        }
        looked = true;
        lastLook = System.nanoTime();
    }

    private Optional<String> reason() throws SQLException {
        Optional<String> reason = paused();
        if (reason.isEmpty() && pace.maxLag().isPresent()) {
            reason = lagging(pace.maxLag().get());
        }
        if (reason.isEmpty() && pace.maxActive().isPresent()) {
            reason = busy(pace.maxActive().getAsInt());
        }
        if (reason.isEmpty() && pace.holdWhile().isPresent()) {
            reason = held(pace.holdWhile().get());
        }
        return reason;
    }

    /** An operator's word: a row in a table of its own. */
    private Optional<String> paused() throws SQLException {
        String table = session.names().pause();
        return Jdbc.text(session.connection(), "select min(reason) from " + table)
                .map(reason -> "%s has the row '%s'".formatted(table, reason));
    }

    private Optional<String> lagging(Duration most) throws SQLException {
        Duration lag = session.server().replicaLag(session.connection());
        return when(lag.compareTo(most) > 0, "a replica is %d s behind".formatted(lag.toSeconds()));
    }

    private Optional<String> busy(int most) throws SQLException {
        int active = Jdbc.query(session.connection(), session.server().countOfActiveSessions(), row -> row.getInt(1))
                .get(0);
        return when(active > most, "%d other sessions are at work".formatted(active));
    }

    private Optional<String> held(String query) throws SQLException {
        return when(Jdbc.test(session.connection(), query), "this is true: " + query);
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
