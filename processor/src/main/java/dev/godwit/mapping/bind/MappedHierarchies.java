package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.model.MappedHierarchy;
import dev.godwit.model.MappedHierarchy.MappedClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What is known of entities that inherit from one another beside their tables. */
final class MappedHierarchies {

    private MappedHierarchies() {}

    /** Those of which all subclasses are in one table or in joined ones. */
    static List<MappedHierarchy> of(Collection<BoundEntity> entities) {
        return entities.stream()
                .filter(entity -> entity.superEntity().isEmpty() && isPlain(entity))
                .map(MappedHierarchies::of)
                .toList();
    }

    private static boolean isPlain(BoundEntity root) {
        List<BoundEntity.Kind> kinds =
                root.descendants().stream().map(BoundEntity::kind).distinct().toList();
        return kinds.size() == 1 && !kinds.contains(BoundEntity.Kind.UNION);
    }

    private static MappedHierarchy of(BoundEntity root) {
        List<MappedClass> classes = new ArrayList<>();
        root.subclasses().forEach(subclass -> add(subclass, classes));
        boolean single = root.subclasses().get(0).kind() == BoundEntity.Kind.SINGLE_TABLE;
        return new MappedHierarchy(mapped(root), root.table().name(), single, classes);
    }

    private static void add(BoundEntity entity, List<MappedClass> classes) {
        classes.add(mapped(entity));
        entity.subclasses().forEach(subclass -> add(subclass, classes));
    }

    private static MappedClass mapped(BoundEntity entity) {
        Optional<String> parent = entity.superEntity().map(BoundEntity::name);
        boolean isAbstract = entity.view().element().getModifiers().contains(Modifier.ABSTRACT);
        return new MappedClass(
                entity.name(),
                parent,
                isAbstract,
                Discriminators.valueOf(entity),
                entity.table().name());
    }
}
