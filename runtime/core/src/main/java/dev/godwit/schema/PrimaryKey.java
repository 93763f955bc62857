package dev.godwit.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table's primary key.
 *
 * @param name empty: the name that the database makes up
 * @param columns in the order of the key, at least one
 */
public record PrimaryKey(Optional<Identifier> name, List<Identifier> columns) {

    public PrimaryKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A primary key needs a column.");
        }
    }

    PrimaryKey renamed(Identifier from, Identifier to) {
        return new PrimaryKey(name, Names.replace(columns, from, to));
    }
}
