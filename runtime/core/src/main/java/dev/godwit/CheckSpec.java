package dev.godwit;

import java.util.Optional;

/**
 * A check.
 *
 * @param name empty: the name that the database makes up
 * @param expression SQL, without enclosing parentheses
 * @param options SQL appended to the definition
 */
public record CheckSpec(Optional<String> name, String expression, Optional<String> options) {

    /** A check that this SQL expression is not false. */
    public static CheckSpec check(String expression) {
        return new CheckSpec(Optional.empty(), expression, Optional.empty());
    }

    public CheckSpec named(String other) {
        return new CheckSpec(Optional.of(other), expression, options);
    }

    public CheckSpec options(String sql) {
        return new CheckSpec(name, expression, Optional.of(sql));
    }
}
