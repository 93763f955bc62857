package dev.godwit.introspect;

import dev.godwit.introspect.Fact.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together indexes that a catalog lists part by part. */
final class IndexParts {

    /**
     * An index.
     *
     * @param before what is said of it before its parts
     * @param after what is said of it behind its parts
     */
    record Index(String table, String name, String before, String after) {}

    /** @param column empty: an expression */
    private record Part(String column, String order) {}

    private final Map<Index, List<Part>> parts = new LinkedHashMap<>();

    void add(Index index, String column, String order) {
        parts.computeIfAbsent(index, any -> new ArrayList<>()).add(new Part(column, order));
    }

    void addTo(Facts facts, String schema) {
        parts.forEach((index, all) -> facts.addNamed(
                Kind.INDEX,
                facts.qualified(schema, index.table),
                index.name,
                key(all),
                index.before,
                KeyText.list(all.stream().map(part -> part.column + part.order).toList()),
                index.after));
    }

    private static Optional<Fact.Key> key(List<Part> all) {
        return all.stream().allMatch(part -> part.order.isEmpty() && !part.column.isEmpty())
                ? Optional.of(Fact.Key.on(all.stream().map(Part::column).toList()))
                : Optional.empty();
    }
}
