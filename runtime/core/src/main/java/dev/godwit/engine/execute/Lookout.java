package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees from a second connection whom the working one waits for, and for how long. Where no second one is to be had it
 * counts all the time as waiting.
 */
final class Lookout implements AutoCloseable {

    private final Session session;
    private final String connectionId;
    private Optional<Connection> connection = Optional.empty();
    private boolean blind;
    private Optional<String> seen = Optional.empty();
    private Duration lastLook = Duration.ZERO;
    private Duration waited = Duration.ZERO;

    Lookout(Session session) throws SQLException {
        this.session = session;
        this.connectionId = session.server().connectionId(session.connection());
    }

    /** What is to be said when it has waited for too long; tells whom it waits for, once each. */
    Optional<EngineException> limit(String version, String what, Duration took) {
        Optional<String> now = look();
        if (now.isPresent() || blind) {
            waited = waited.plus(took.minus(lastLook));
        }
        lastLook = took;
        if (now.isPresent() && !now.equals(seen)) {
            session.listener().on(new Event.Waiting(version, what, now.get()));
        }
        seen = now.isPresent() ? now : seen;
        return waited.compareTo(session.manners().limits().indexWait()) > 0
                ? Optional.of(ExecutionProblems.waitedTooLong(
                        version, what, waited, seen.orElse("transactions that cannot be seen from here")))
                : Optional.empty();
    }

    private Optional<String> look() {
        if (blind) {
            return Optional.empty();
        }
        try {
            if (connection.isEmpty()) {
                connection = Optional.of(session.connections().open());
            }
            return session.server().waitsFor(connection.get(), connectionId);
        } catch (SQLException | RuntimeException e) {
            blind = true;
            return Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isPresent()) {
            connection.get().close();
        }
    }
}
