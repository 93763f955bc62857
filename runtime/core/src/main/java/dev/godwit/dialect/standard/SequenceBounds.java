package dev.godwit.dialect.standard;

import dev.godwit.schema.Sequence;

/** The bound that a sequence needs where its start lies outside the usual ones ({@code SequenceSupport.startingValue}). */
public final class SequenceBounds {

    private SequenceBounds() {}

    /** A clause with a space before it; empty where the usual bounds do. */
    public static String of(Sequence sequence) {
        if (sequence.increment() > 0 && sequence.start() <= 0) {
            return " minvalue " + sequence.start();
        }
        return sequence.increment() < 0 && sequence.start() >= 0 ? " maxvalue " + sequence.start() : "";
    }
}
