package dev.godwit.engine.execute;

import dev.godwit.engine.event.Left;
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

    /** What of the migration is then still to come. */
    default Left left() {
        return state().map(reached -> switch (reached) {
                    case EXPANDED, RECEDED -> Left.CONTRACT;
                    case FILLING -> Left.FILL;
                    case COPYING -> Left.COPY;
                    case APPLIED, REVERTING -> Left.NOTHING;
                })
                .orElse(Left.NOTHING);
    }

    /** What the history says meanwhile, where that takes more than one transaction. */
    void announce(Connection connection, History history, String version) throws SQLException;

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

        /** The history does not have it yet. */
        @Override
        public void announce(Connection connection, History history, String version) {}

        @Override
        public void write(Connection connection, History history, String version, String run, Duration took)
                throws SQLException {
            history.insert(connection, row.finished(run, Instant.now(), took));
        }
    }

    /**
     * The migration was there and is this far now.
     *
     * @param from how far it was
     * @param spares whether it is known from now on that the release before lives with it
     */
    record Marked(State from, State marked, boolean spares) implements Outcome {

        /** One of which nothing new is known. */
        public Marked(State from, State marked) {
            this(from, marked, false);
        }

        @Override
        public Optional<State> state() {
            return Optional.of(marked);
        }

        @Override
        public void announce(Connection connection, History history, String version) throws SQLException {
            // Work on rows that was left for later stays that until its end, whoever has begun it.
            if (from != State.FILLING) {
                history.announce(connection, version, from);
            }
        }

        @Override
        public void write(Connection connection, History history, String version, String run, Duration took)
                throws SQLException {
            history.mark(connection, version, marked);
            if (spares) {
                history.spare(connection, version);
            }
        }
    }

    /**
     * The migration is gone.
     *
     * @param from how far it was; empty: the history did not have it
     */
    record Deleted(Optional<State> from) implements Outcome {

        @Override
        public Optional<State> state() {
            return Optional.empty();
        }

        @Override
        public void announce(Connection connection, History history, String version) throws SQLException {
            if (from.filter(State.APPLIED::equals).isPresent()) {
                history.mark(connection, version, State.REVERTING);
            } else if (from.isPresent()) {
                history.announce(connection, version, from.get());
            }
        }

        @Override
        public void write(Connection connection, History history, String version, String run, Duration took)
                throws SQLException {
            history.delete(connection, version);
        }
    }
}
