package dev.godwit.engine;

import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.store.HistoryRow.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What earlier runs have done of the half of a migration that a turn goes on with, or takes back.
 *
 * @param ended without what was left for later; without rows where nothing was left
 * @param last without rows where it was not begun
 * @param complete whether all that comes before contract has been done
 */
record Past(Attempt ended, Attempt last, boolean complete) {

    /** All that comes before contract. */
    static final Past COMPLETE = new Past(Attempt.FRESH, Attempt.FRESH, true);

    /** What one run began. */
    static Past of(Attempt attempt) {
        return new Past(Attempt.FRESH, attempt, false);
    }

    /** How far the history says that a half is of which this was done going forward; empty: it does not have it. */
    Optional<State> left() {
        if (complete) {
            return Optional.of(State.EXPANDED);
        }
        return ended.rows().isEmpty() ? Optional.empty() : Optional.of(State.FILLING);
    }

    Past withLast(Attempt other) {
        return new Past(ended, other, complete);
    }

    /** The fingerprints of the steps that took effect, or of whose rows at least some batches were committed. */
    List<String> touched() {
        return Stream.concat(ended.touched().stream(), last.touched().stream()).toList();
    }
}
