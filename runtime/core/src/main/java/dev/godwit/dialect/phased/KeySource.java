package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.DropSequence;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import java.util.List;
import java.util.Locale;
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

    /**
     * Finds the sequence that the migration makes, or drops, for a column whose keys the database made, or makes from now
     * on: the only one, or the one that is called after the table.
     *
     * @param changes all of the migration; a sequence that it makes has to come before the column's change
     */
    static Optional<KeySource> of(AlterColumn change, List<Change> changes, Schema schema) {
        List<Sequence> candidates = change.from().identity()
                ? changes.subList(0, changes.indexOf(change)).stream()
                        .filter(CreateSequence.class::isInstance)
                        .map(each -> ((CreateSequence) each).sequence())
                        .toList()
                : changes.stream()
                        .filter(DropSequence.class::isInstance)
                        .flatMap(each -> schema.sequence(((DropSequence) each).sequence()).stream())
                        .toList();
        return candidates.stream()
                .filter(sequence -> candidates.size() == 1 || isCalledAfter(sequence.name(), change.table()))
                .findFirst()
                .map(sequence -> new KeySource(change, sequence));
    }

    private static boolean isCalledAfter(QualifiedName sequence, QualifiedName table) {
        return sequence.name()
                .text()
                .toLowerCase(Locale.ROOT)
                .equals(table.name().text().toLowerCase(Locale.ROOT) + "_seq");
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
