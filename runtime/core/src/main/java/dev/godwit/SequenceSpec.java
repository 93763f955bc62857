package dev.godwit;

import java.util.Optional;

/**
 * The definition of a sequence, without its name.
 *
 * @param options SQL appended to the definition
 */
public record SequenceSpec(long start, long increment, Optional<String> options) {

    /** A sequence that starts at 1, as Hibernate's does. */
    public static SequenceSpec incrementBy(long increment) {
        return new SequenceSpec(1, increment, Optional.empty());
    }

    public SequenceSpec startWith(long value) {
        return new SequenceSpec(value, increment, options);
    }

    public SequenceSpec options(String sql) {
        return new SequenceSpec(start, increment, Optional.of(sql));
    }
}
