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
 * @param state what the history says of it; empty: it does not have it
 */
record Interruption(String version, Direction direction, Attempt attempt, Optional<State> state) {

    /**
     * Looks into the journal and the history. Work on rows that is left for later is no interruption, whoever began it.
     *
     * @param last the journal's last row
     */
    static Optional<Interruption> find(
            Connection connection, Journal journal, Standing standing, Optional<JournalRow> last) throws SQLException {
        if (last.isPresent()) {
            Attempt attempt = begun(connection, journal, last.get());
            if (attempt.hasBegun() && !attempt.isOver()) {
                JournalRow row = attempt.rows().get(0);
                Optional<State> state =
                        Optional.ofNullable(standing.rows().get(row.version())).map(HistoryRow::state);
                boolean filling = state.filter(State.FILLING::equals).isPresent() && row.direction() == Direction.UP;
                if (!filling) {
                    return Optional.of(new Interruption(row.version(), row.direction(), attempt, state));
                }
            }
        }
        return standing.rows().values().stream()
                .filter(row -> row.state() == State.REVERTING)
                .map(HistoryRow::version)
                .findFirst()
                .map(version -> new Interruption(version, Direction.DOWN, Attempt.FRESH, Optional.of(State.REVERTING)));
    }

    /** The last attempt that did anything: one that came to nothing leaves open what was open before it. */
    private static Attempt begun(Connection connection, Journal journal, JournalRow last) throws SQLException {
        Attempt attempt = new Attempt(journal.attempt(connection, last));
        while (!attempt.hasBegun() && !attempt.rows().isEmpty()) {
            attempt =
                    new Attempt(journal.attemptBefore(connection, attempt.rows().get(0)));
        }
        return attempt;
    }
}
