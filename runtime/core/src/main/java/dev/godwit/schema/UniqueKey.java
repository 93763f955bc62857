package dev.godwit.schema;

import java.util.List;
import java.util.Optional;

/**
 * A unique constraint.
 *
 * @param name empty: the name that the database makes up
 * @param options SQL appended to the definition
 */
public record UniqueKey(Optional<Identifier> name, List<Identifier> columns, Optional<String> options) {

    public UniqueKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A unique key needs a column.");
        }
    }

    public UniqueKey withName(Optional<Identifier> other) {
        return new UniqueKey(other, columns, options);
    }

    UniqueKey renamed(Identifier from, Identifier to) {
        return new UniqueKey(name, Names.replace(columns, from, to), options);
    }
}
