package dev.godwit.project;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Names of what two schemas define differently. */
final class SchemaNames {

    private SchemaNames() {}

    static TreeSet<QualifiedName> differing(Schema one, Schema other) {
        TreeSet<QualifiedName> names = new TreeSet<>();
        addDiffering(one.tables(), other.tables(), names);
        addDiffering(one.sequences(), other.sequences(), names);
        addDiffering(one.structs(), other.structs(), names);
        return names;
    }

    private static <V> void addDiffering(
            Map<QualifiedName, V> one, Map<QualifiedName, V> other, TreeSet<QualifiedName> names) {
        TreeSet<QualifiedName> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        all.stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .forEach(names::add);
    }
}
