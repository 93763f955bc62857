package dev.godwit.engine;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.store.Journal;
import java.sql.Connection;
import java.sql.SQLException;

/** What the journal knows of the times that migrations went in a direction. */
record Attempts(Connection connection, Journal journal) {

    /** The last time, whether or not it came to an end. */
    Attempt last(String version, Direction direction) throws SQLException {
        return new Attempt(journal.lastAttempt(connection, version, direction));
    }

    /** The last time that it came to an end. */
    Attempt ended(String version, Direction direction) throws SQLException {
        return new Attempt(journal.lastEnded(connection, version, direction));
    }

    /** What was done of a migration whose work on many rows was left for later. */
    Past filling(String version) throws SQLException {
        Attempt last = last(version, Direction.UP);
        return new Past(ended(version, Direction.UP), last.isOver() ? Attempt.FRESH : last, false);
    }
}
