package dev.godwit;

import java.util.List;
import java.util.Optional;

/**
 * A primary or unique key.
 *
 * @param name empty: the name that the database makes up
 * @param options SQL appended to the definition
 * @param impliedName the name of a unique key where a database needs one; empty: one made from table and columns
 */
public record KeySpec(
        Optional<String> name, List<String> columns, Optional<String> options, Optional<String> impliedName) {

    public KeySpec {
        columns = List.copyOf(columns);
    }

    /** A key on columns, in this order. */
    public static KeySpec key(String... columns) {
        return new KeySpec(Optional.empty(), List.of(columns), Optional.empty(), Optional.empty());
    }

    public KeySpec named(String other) {
        return new KeySpec(Optional.of(other), columns, options, impliedName);
    }

    public KeySpec options(String sql) {
        return new KeySpec(name, columns, Optional.of(sql), impliedName);
    }

    /** A unique key that has no name of its own, but this one where the database needs one, as MySQL does. */
    public KeySpec elseNamed(String other) {
        return new KeySpec(name, columns, options, Optional.of(other));
    }
}
