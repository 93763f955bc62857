package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code @AttributeOverride} and {@code @AssociationOverride} say at one place, by the path of the attribute
 * within the entity.
 */
final class Overrides {

    static final Overrides NONE = new Overrides();

    private final Map<String, List<AnnotationView>> columns = new HashMap<>();
    private final Map<String, List<AnnotationView>> joinColumns = new HashMap<>();
    private final Map<String, AnnotationView> joinTables = new HashMap<>();
    private final Map<String, AnnotationView> foreignKeys = new HashMap<>();

    private Overrides() {}

    /** The overrides on one element, for attributes below {@code path}. */
    static Overrides on(Annotations annotations, String path) {
        if (!annotations.hasAny(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ASSOCIATION_OVERRIDE)) {
            return NONE;
        }
        Overrides overrides = new Overrides();
        overrides.read(annotations, path);
        return overrides;
    }

    /** The overrides on a managed class and on what it extends; the subclass wins. */
    static Overrides onHierarchy(ClassView view, String path) {
        Overrides overrides = new Overrides();
        Hierarchy.lineage(view)
                .filter(each -> each.annotations().hasAny(Jpa.ENTITY, Jpa.MAPPED_SUPERCLASS, Jpa.EMBEDDABLE))
                .forEach(each -> overrides.add(on(each.annotations(), path)));
        return overrides;
    }

    private void add(Overrides others) {
        others.columns.forEach(columns::putIfAbsent);
        others.joinColumns.forEach(joinColumns::putIfAbsent);
        others.joinTables.forEach(joinTables::putIfAbsent);
        others.foreignKeys.forEach(foreignKeys::putIfAbsent);
    }

    private void read(Annotations annotations, String path) {
        annotations
                .all(Jpa.ATTRIBUTE_OVERRIDE)
                .forEach(override -> override.annotation("column")
                        .ifPresent(column -> columns.computeIfAbsent(
                                        Holder.qualify(path, override.string("name")), key -> new ArrayList<>())
                                .add(column)));
        annotations.all(Jpa.ASSOCIATION_OVERRIDE).forEach(override -> {
            String attribute = Holder.qualify(path, override.string("name"));
            List<AnnotationView> stated = override.annotations("joinColumns");
            joinColumns.put(attribute, stated);
            override.annotation("foreignKey").ifPresent(key -> foreignKeys.put(attribute, key));
            if (stated.isEmpty()) {
                override.annotation("joinTable").ifPresent(table -> joinTables.put(attribute, table));
            }
        });
    }

    Optional<List<AnnotationView>> columns(String path) {
        return Optional.ofNullable(columns.get(path));
    }

    Optional<List<AnnotationView>> joinColumns(String path) {
        return Optional.ofNullable(joinColumns.get(path));
    }

    Optional<AnnotationView> joinTable(String path) {
        return Optional.ofNullable(joinTables.get(path));
    }

    Optional<AnnotationView> foreignKey(String path) {
        return Optional.ofNullable(foreignKeys.get(path));
    }
}
