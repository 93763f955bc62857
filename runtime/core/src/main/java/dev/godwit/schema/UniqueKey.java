package dev.godwit.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unique constraint.
 *
 * <p>Equality does not see the implied name: it says what a database that needs one is given, not what the key is.
 *
 * @param name empty: the name that the database makes up
 * @param options SQL appended to the definition
 * @param impliedName the name where keys are not written inside {@code create table} and so need one; empty: one made
 *     from the table and the columns. Without a name of either kind a key on one column belongs to that column
 */
public record UniqueKey(
        Optional<Identifier> name,
        List<Identifier> columns,
        Optional<String> options,
        Optional<Identifier> impliedName) {

    public UniqueKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A unique key needs a column.");
        }
    }

    public UniqueKey(Optional<Identifier> name, List<Identifier> columns, Optional<String> options) {
        this(name, columns, options, Optional.empty());
    }

    public UniqueKey withName(Optional<Identifier> other) {
        return new UniqueKey(other, columns, options, impliedName);
    }

    public UniqueKey withColumns(List<Identifier> other) {
        return new UniqueKey(name, other, options, impliedName);
    }

    public UniqueKey withImpliedName(Optional<Identifier> other) {
        return new UniqueKey(name, columns, options, other);
    }

    UniqueKey renamed(Identifier from, Identifier to) {
        return withColumns(Names.replace(columns, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UniqueKey that
                && name.equals(that.name)
                && columns.equals(that.columns)
                && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, columns, options);
    }
}
