package dev.godwit.engine.store;

import dev.godwit.ledger.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A migration that this database has.
 *
 * @param follows the version that it follows in the chain
 * @param fingerprint as it was when it was applied
 * @param appliedAt by the clock of the machine that ran it, for people
 * @param took of the run that finished it
 * @param run which run finished it
 * @param godwit the version of Godwit that finished it
 * @param underWay whether something was begun that takes it from this state to another one, and that has not ended
 * @param head the newest version in the ledger at that run
 * @param spares whether it is known that the release before lives with it, applied in full
 */
public record HistoryRow(
        String version,
        String description,
        String className,
        Optional<String> follows,
        Fingerprint fingerprint,
        State state,
        boolean underWay,
        Instant appliedAt,
        Duration took,
        String run,
        String godwit,
        String head,
        boolean spares) {

    /** The row as the run writes it that finishes the migration. */
    public HistoryRow finished(String byRun, Instant at, Duration duration) {
        return new HistoryRow(
                version,
                description,
                className,
                follows,
                fingerprint,
                state,
                underWay,
                at,
                duration,
                byRun,
                godwit,
                head,
                spares);
    }

    /**
     * The row of a migration that is this far.
     *
     * @param sparing whether it is known that the release before lives with it, applied in full
     */
    public HistoryRow with(State other, boolean sparing) {
        return new HistoryRow(
                version,
                description,
                className,
                follows,
                fingerprint,
                other,
                underWay,
                appliedAt,
                took,
                run,
                godwit,
                head,
                sparing);
    }

    /** How far a migration is. */
    public enum State {
        /** In full. */
        APPLIED,
        /** But for work on many rows, and what has to wait for that. */
        FILLING,
        /** What the new version needs is there; what only the old one needs is not removed yet. */
        EXPANDED,
        /** Its schema is there, while the rows are still being copied from another database. */
        COPYING,
        /** Its {@code down} was begun and not finished. */
        REVERTING,
        /** What the old version needs is there again; what only the new one needs is not removed yet. */
        RECEDED;

        private static final Set<String> DONE = Set.of(APPLIED.text(), FILLING.text(), EXPANDED.text());

        /** Whether a text in the history table is the state of a migration that is there. */
        public static boolean isDone(String text) {
            return DONE.contains(text);
        }

        /** As the history table has it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
