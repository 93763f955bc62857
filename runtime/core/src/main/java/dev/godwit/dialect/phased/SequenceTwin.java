package dev.godwit.dialect.phased;

import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;

/**
 * A sequence that is to have another name, and the one that the new version draws from meanwhile.
 *
 * @param sequence as it is under its old name
 */
public record SequenceTwin(Sequence sequence, QualifiedName to) {

    /** How often both versions can ask the old sequence before it gives what the new one has given. */
    static final long CALLS = 1_000_000;

    public static SequenceTwin of(Site site, RenameSequence change) {
        Sequence sequence = site.progress().schema().sequence(change.from()).orElseThrow();
        return new SequenceTwin(sequence, change.to());
    }

    public QualifiedName from() {
        return sequence.name();
    }

    /** How far the numbers of the new one are from where the old one is. */
    public long gap() {
        return CALLS * sequence.increment();
    }
}
