package dev.godwit;

import java.util.List;
import java.util.Optional;

/**
 * A primary or unique key.
 *
 * @param name empty: the name that the database makes up
 * @param options SQL appended to the definition
 */
public record KeySpec(Optional<String> name, List<String> columns, Optional<String> options) {

    public KeySpec {
        columns = List.copyOf(columns);
    }

    /** A key on columns, in this order. */
    public static KeySpec key(String... columns) {
        return new KeySpec(Optional.empty(), List.of(columns), Optional.empty());
    }

    public KeySpec named(String other) {
        return new KeySpec(Optional.of(other), columns, options);
    }

    public KeySpec options(String sql) {
        return new KeySpec(name, columns, Optional.of(sql));
    }
}
