package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.dialect.standard.KeySequence;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A key that two versions of an application get from two places: the database, and a sequence.
 *
 * @param change how the column changes
 * @param sequence what the other version draws from
 */
public record KeySource(AlterColumn change, Sequence sequence) {

    /** How many blocks of keys, each drawn by one call, may be in the memory of applications. */
    private static final long BLOCKS = 1_000;

    /** Empty: nothing tells from which sequence the other version draws. */
    static Optional<KeySource> of(AlterColumn change, List<Change> changes, Schema schema) {
        return KeySequence.of(change, changes, schema).map(sequence -> new KeySource(change, sequence));
    }

    /** Whether the old version leaves its keys to the database, and the new one draws them. */
    public boolean becomesDrawn() {
        return change.from().identity();
    }

    /** How far the database has to go beyond the largest key so as not to make one that a version has drawn and not used. */
    public long drawnAhead() {
        return BLOCKS * sequence.increment();
    }

    /** How far the keys of the new version are from those of the old one. */
    public long gap() {
        return SequenceTwin.CALLS * sequence.increment();
    }
}
