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
import java.util.List;
import java.util.Optional;

/**
 * A migration that was begun in a direction and not finished. There is at most one, since runs follow one another.
 *
 * @param attempt empty rows where a rollback was announced and nothing executed
 */
record Interruption(String version, Direction direction, Attempt attempt) {

    /**
     * Looks into the journal and the history.
     *
     * @param last the journal's last row
     */
    static Optional<Interruption> find(
            Connection connection, Journal journal, Standing standing, Optional<JournalRow> last) throws SQLException {
        Optional<String> reverting = standing.rows().values().stream()
                .filter(row -> row.state() == State.REVERTING)
                .map(HistoryRow::version)
                .findFirst();
        if (last.isEmpty()) {
            return reverting.map(Interruption::announced);
        }
        JournalRow row = last.get();
        boolean applied = standing.rows().containsKey(row.version());
        Attempt attempt = new Attempt(journal.attempt(connection, row));
        boolean open = switch (row.direction()) {
            case UP -> !applied && attempt.hasBegun();
            case DOWN -> applied && attempt.hasBegun();
        };
        return open
                ? Optional.of(new Interruption(row.version(), row.direction(), attempt))
                : reverting.map(Interruption::announced);
    }

    private static Interruption announced(String version) {
        return new Interruption(version, Direction.DOWN, new Attempt(List.of()));
    }
}
