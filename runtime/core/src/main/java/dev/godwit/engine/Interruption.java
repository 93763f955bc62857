package dev.godwit.engine;

import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.engine.store.Journal;
import dev.godwit.engine.store.JournalRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A migration that was begun in a direction and not finished. There is at most one, since runs follow one another.
 *
 * @param attempt without rows where a rollback was announced and nothing executed
 * @param halfApplied where a rollback takes back a migration that never was applied in full: what had been executed
 */
record Interruption(String version, Direction direction, Attempt attempt, Optional<Attempt> halfApplied) {

    /**
     * Looks into the journal and the history.
     *
     * @param last the journal's last row
     */
    static Optional<Interruption> find(
            Connection connection, Journal journal, Standing standing, Optional<JournalRow> last) throws SQLException {
        if (last.isPresent()) {
            Attempt attempt = new Attempt(journal.attempt(connection, last.get()));
            if (attempt.hasBegun() && !attempt.isOver()) {
                return Optional.of(begun(connection, journal, standing, last.get(), attempt));
            }
        }
        return standing.rows().values().stream()
                .filter(row -> row.state() == State.REVERTING)
                .map(HistoryRow::version)
                .findFirst()
                .map(version -> new Interruption(version, Direction.DOWN, Attempt.FRESH, Optional.empty()));
    }

    private static Interruption begun(
            Connection connection, Journal journal, Standing standing, JournalRow row, Attempt attempt)
            throws SQLException {
        String version = row.version();
        boolean half = row.direction() == Direction.DOWN && !standing.rows().containsKey(version);
        Optional<Attempt> halfApplied = half
                ? Optional.of(new Attempt(journal.lastAttempt(connection, version, Direction.UP)))
                : Optional.empty();
        return new Interruption(version, row.direction(), attempt, halfApplied);
    }
}
