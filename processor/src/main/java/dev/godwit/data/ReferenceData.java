package dev.godwit.data;

import dev.godwit.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows that belong to a schema, by table; a table without rows is not among them. */
public record ReferenceData(Map<QualifiedName, TableRows> tables) {

    public static final ReferenceData NONE = new ReferenceData(Map.of());

    public ReferenceData {
        Map<QualifiedName, TableRows> some = new TreeMap<>(tables);
        some.values().removeIf(rows -> rows.rows().isEmpty());
        tables = Collections.unmodifiableMap(some);
    }

    public Optional<TableRows> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    ReferenceData with(QualifiedName name, TableRows rows) {
        Map<QualifiedName, TableRows> more = new TreeMap<>(tables);
        more.put(name, rows);
        return new ReferenceData(more);
    }

    ReferenceData without(QualifiedName name) {
        Map<QualifiedName, TableRows> fewer = new TreeMap<>(tables);
        fewer.remove(name);
        return new ReferenceData(fewer);
    }
}
