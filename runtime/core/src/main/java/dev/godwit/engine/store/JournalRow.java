package dev.godwit.engine.store;

import dev.godwit.engine.event.Direction;
import java.util.List;
import java.util.Optional;

/**
 * A group of steps that was executed, or begun.
 *
 * @param id counts up over all runs
 * @param attempt the id of the first row that was written for going this way this time
 * @param group position among the groups of the attempt, from 1
 * @param fingerprints one per step
 * @param what the steps, for people
 * @param ends whether the attempt is over once this group has taken effect
 * @param cursor the key of the last row that a transformation has committed
 * @param error what the server said when the group failed
 */
public record JournalRow(
        long id,
        String version,
        Direction direction,
        long attempt,
        int group,
        List<String> fingerprints,
        String what,
        State state,
        boolean ends,
        Optional<String> cursor,
        Optional<String> error,
        String run) {

    /** How far a group is. */
    public enum State {
        /** Begun; an interruption leaves it open whether it took effect. */
        INTENT,
        /** The server said that it failed. */
        FAILED,
        /** Took effect. */
        DONE,
        /** Took effect, as a user said who looked. */
        CONFIRMED;

        /** Whether a rerun leaves it alone. */
        public boolean tookEffect() {
            return this == DONE || this == CONFIRMED;
        }
    }

    public JournalRow {
        fingerprints = List.copyOf(fingerprints);
    }
}
