package dev.godwit.engine.store;

import dev.godwit.ledger.RepeatableLine;
import dev.godwit.schema.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A repeatable that this database has run.
 *
 * @param seal of the ledger's line that it was run by; empty: what it made was taken away, or is about to be
 * @param needs names of those that must be there before
 * @param reads tables that what it made reads
 * @param drops statements that take away what it made, and do nothing where that is away
 * @param at by the clock of the machine that ran it, for people
 * @param run which run ran it
 * @param godwit the version of Godwit that ran it
 */
public record RepeatableRow(
        String name,
        String seal,
        List<String> needs,
        List<QualifiedName> reads,
        List<String> drops,
        Instant at,
        Duration took,
        String run,
        String godwit) {

    public RepeatableRow {
        needs = List.copyOf(needs);
        reads = List.copyOf(reads);
        drops = List.copyOf(drops);
    }

    /** Whether nothing is to be done for a line of the ledger: it has run, or a later one has. */
    public boolean isDone(RepeatableLine line) {
        return isDone(seal, line);
    }

    /** As {@link #isDone(RepeatableLine)}, of a seal as it stands in the table. */
    public static boolean isDone(String seal, RepeatableLine line) {
        return seal.equals(line.seal()) || isLater(seal, line);
    }

    /** Whether a later release has run it. */
    public boolean isLater(RepeatableLine line) {
        return isLater(seal, line);
    }

    /** A seal begins with a version, and versions compare as texts. */
    private static boolean isLater(String seal, RepeatableLine line) {
        int length = line.version().text().length();
        return seal.length() > length
                && seal.substring(0, length).compareTo(line.version().text()) > 0;
    }
}
