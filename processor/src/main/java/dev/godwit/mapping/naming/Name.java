package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;

/**
 * The two names of one thing.
 *
 * @param logical as the mapping refers to it, such as in {@code referencedColumnName}
 * @param physical as the database knows it
 */
public record Name(Identifier logical, Identifier physical) {}
