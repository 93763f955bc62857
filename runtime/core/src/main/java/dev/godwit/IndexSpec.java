package dev.godwit;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index, without its name.
 *
 * @param type the kind of index that the database shall build, in its own words
 * @param options SQL appended to the definition
 */
public record IndexSpec(List<Part> parts, boolean isUnique, Optional<String> type, Optional<String> options) {

    public IndexSpec {
        parts = List.copyOf(parts);
    }

    /** An index on columns. */
    public static IndexSpec on(String... columns) {
        IndexSpec index = new IndexSpec(List.of(), false, Optional.empty(), Optional.empty());
        for (String column : columns) {
            index = index.column(column);
        }
        return index;
    }

    /** The index with one more column. */
    public IndexSpec column(String name) {
        return plus(Part.of(Identifier.of(name)));
    }

    /** The index with one more column, ordered as this SQL says, such as {@code desc}. */
    public IndexSpec column(String name, String order) {
        return plus(Part.of(Identifier.of(name)).ordered(order));
    }

    /** The index with one more part that is a SQL expression. */
    public IndexSpec expression(String sql) {
        return plus(Part.ofExpression(sql));
    }

    /** The index with one more part that is a SQL expression, ordered as this SQL says. */
    public IndexSpec expression(String sql, String order) {
        return plus(Part.ofExpression(sql).ordered(order));
    }

    private IndexSpec plus(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new IndexSpec(more, isUnique, type, options);
    }

    public IndexSpec unique() {
        return new IndexSpec(parts, true, type, options);
    }

    public IndexSpec using(String kind) {
        return new IndexSpec(parts, isUnique, Optional.of(kind), options);
    }

    public IndexSpec options(String sql) {
        return new IndexSpec(parts, isUnique, type, Optional.of(sql));
    }
}
