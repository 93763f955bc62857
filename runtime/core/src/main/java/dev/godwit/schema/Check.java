package dev.godwit.schema;

import java.util.Optional;

/**
 * A check constraint.
 *
 * @param name empty: the name that the database makes up
 * @param expression SQL, without enclosing parentheses
 * @param options SQL appended to the definition
 */
public record Check(Optional<Identifier> name, String expression, Optional<String> options) {

    public Check(Optional<Identifier> name, String expression) {
        this(name, expression, Optional.empty());
    }

    public Check withName(Optional<Identifier> other) {
        return new Check(other, expression, options);
    }
}
