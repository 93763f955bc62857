package dev.godwit.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a schema: a column of a table, or a whole table, sequence or type.
 *
 * @param object the table, sequence or type
 * @param column empty: all of the object
 */
public record Ref(QualifiedName object, Optional<Identifier> column) implements Comparable<Ref> {

    private static final Comparator<Ref> ORDER = Comparator.comparing(Ref::object)
            .thenComparing(ref -> ref.column.map(Identifier::toString).orElse(""));

    public static Ref of(QualifiedName object) {
        return new Ref(object, Optional.empty());
    }

    public static Ref of(QualifiedName table, Identifier column) {
        return new Ref(table, Optional.of(column));
    }

    /** Whether one of the two lies within the other. */
    public boolean overlaps(Ref other) {
        return object.equals(other.object)
                && (column.isEmpty() || other.column.isEmpty() || column.equals(other.column));
    }

    @Override
    public int compareTo(Ref other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return column.map(name -> object + "." + name).orElseGet(object::toString);
    }
}
