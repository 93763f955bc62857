package dev.godwit.schema;

import java.util.Optional;

/**
 * A sequence, or what stands in for one on a database without.
 *
 * @param options SQL appended to the definition
 */
public record Sequence(QualifiedName name, long start, long increment, Optional<String> options) {

    public Sequence(QualifiedName name, long start, long increment) {
        this(name, start, increment, Optional.empty());
    }

    public Sequence withName(QualifiedName other) {
        return new Sequence(other, start, increment, options);
    }
}
