package dev.godwit.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index that is no constraint.
 *
 * @param options SQL appended to the definition
 */
public record Index(
        Identifier name, List<Part> parts, boolean unique, Optional<String> type, Optional<String> options) {

    /**
     * One part of an index: a column, or an expression over columns.
     *
     * @param column empty: {@code expression} is indexed
     * @param expression SQL; empty where a column is indexed
     * @param order {@code desc nulls last} and the like, as the mapping states it
     */
    public record Part(Optional<Identifier> column, Optional<String> expression, Optional<String> order) {

        public static Part of(Identifier column) {
            return new Part(Optional.of(column), Optional.empty(), Optional.empty());
        }

        public static Part ofExpression(String sql) {
            return new Part(Optional.empty(), Optional.of(sql), Optional.empty());
        }

        public Part ordered(String order) {
            return new Part(column, expression, Optional.of(order));
        }
    }

    public Index {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Index %s needs a column.".formatted(name));
        }
    }

    public static Index of(Identifier name, List<Identifier> columns) {
        return new Index(name, columns.stream().map(Part::of).toList(), false, Optional.empty(), Optional.empty());
    }

    /** The columns that the index names, without those inside expressions. */
    public List<Identifier> columns() {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    public Index withName(Identifier other) {
        return new Index(other, parts, unique, type, options);
    }

    public Index withUnique(boolean other) {
        return new Index(name, parts, other, type, options);
    }

    Index renamed(Identifier from, Identifier to) {
        List<Part> renamed = parts.stream()
                .map(part -> part.column().filter(from::equals).isPresent()
                        ? new Part(Optional.of(to), part.expression(), part.order())
                        : part)
                .toList();
        return new Index(name, renamed, unique, type, options);
    }
}
