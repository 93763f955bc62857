package dev.godwit.engine.execute;

import dev.godwit.engine.store.History;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the history says of a migration once a task has ended. */
public sealed interface Outcome {

    /** The states of migrations of which a part is still to come. */
    Set<State> OPEN = Set.of(State.FILLING, State.EXPANDED, State.RECEDED);

    /** How far the migration is then; empty: it is gone. */
    Optional<State> state();

    /** Whether the rest of a manoeuvre is still to come. */
    default boolean isOpen() {
        return state().filter(OPEN::contains).isPresent();
    }

    /** Writes it, within the transaction that ends the task. */
    void write(Connection connection, History history, String version, String run, Duration took) throws SQLException;

    /**
     * The migration is new.
     *
     * @param row but for time and run
     */
    record Inserted(HistoryRow row) implements Outcome {

        @Override
        public Optional<State> state() {
            return Optional.of(row.state());
        }

        @Override
        public void write(Connection connection, History history, String version, String run, Duration took)
                throws SQLException {
            history.insert(connection, row.finished(run, Instant.now(), took));
        }
    }

    /** The migration was there and is this far now. */
    record Marked(State marked) implements Outcome {

        @Override
        public Optional<State> state() {
            return Optional.of(marked);
        }

        @Override
        public void write(Connection connection, History history, String version, String run, Duration took)
                throws SQLException {
            history.mark(connection, version, marked);
        }
    }

    /**
     * The migration is gone.
     *
     * @param announced whether the history says meanwhile that it is going
     */
    record Deleted(boolean announced) implements Outcome {

        @Override
        public Optional<State> state() {
            return Optional.empty();
        }

        @Override
        public void write(Connection connection, History history, String version, String run, Duration took)
                throws SQLException {
            history.delete(connection, version);
        }
    }
}
