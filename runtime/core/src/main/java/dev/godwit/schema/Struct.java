package dev.godwit.schema;

import java.util.Map;

/**
 * A structured type: a name for a list of typed attributes.
 *
 * @param attributes in their order, which the database keeps
 */
public record Struct(QualifiedName name, Map<Identifier, Type> attributes) {

    public Struct {
        attributes = Frozen.map(attributes);
    }
}
