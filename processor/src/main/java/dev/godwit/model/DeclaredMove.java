package dev.godwit.model;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;

/**
 * A {@code @MovedFrom} of an attribute.
 *
 * @param to the column of the model that gets the values
 * @param table the table that they were in, under its former name
 * @param column the column that they were in, under its former name
 */
public record DeclaredMove(Ref to, QualifiedName table, Identifier column) {}
