package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.model.DeclaredRename;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code @RenamedFrom} and {@code @Backfill} of bound entities. */
final class GodwitAnnotations {

    private static final String RENAMED_FROM = "dev.godwit.RenamedFrom";
    private static final String BACKFILL = "dev.godwit.Backfill";

    private final List<DeclaredRename> renames = new ArrayList<>();
    private final Map<Ref, String> backfills = new LinkedHashMap<>();

    void read(BoundEntity entity) {
        rename(entity.view().annotations(), entity.name(), "", "table");
        Stream.of(
                        entity
                                .identifierProperty()
                                .filter(id -> entity.superEntity().isEmpty())
                                .stream(),
                        entity
                                .identifierMapper()
                                .filter(id -> entity.superEntity().isEmpty())
                                .stream()
                                .flatMap(mapper -> mapper.properties().stream()),
                        entity.properties().stream(),
                        entity.joins().stream().flatMap(join -> join.properties().stream()))
                .flatMap(properties -> properties)
                .filter(property -> !property.isSynthetic())
                .forEach(property -> read(entity, property, property.name()));
    }

    private void read(BoundEntity entity, BoundProperty property, String path) {
        property.member().ifPresent(member -> {
            rename(member.annotations(), entity.name(), path, "column");
            member.annotations()
                    .get(BACKFILL)
                    .map(view -> view.string("value"))
                    .ifPresent(sql -> backfill(property.value(), sql));
        });
        components(property.value())
                .forEach(component ->
                        component.properties().forEach(inner -> read(entity, inner, path + "." + inner.name())));
    }

    private static Stream<ComponentValue> components(Value value) {
        Optional<Value> held = value instanceof CollectionValue collection ? collection.element() : Optional.of(value);
        return held.filter(ComponentValue.class::isInstance).map(ComponentValue.class::cast).stream();
    }

    private void backfill(Value value, String sql) {
        BoundTable table = value.table();
        for (BoundColumn column : value.columns()) {
            backfills.put(Ref.of(table.name(), column.name()), sql);
        }
    }

    private void rename(Annotations annotations, String entity, String path, String databaseName) {
        for (AnnotationView view : annotations.all(RENAMED_FROM)) {
            renames.add(new DeclaredRename(entity, path, view.text("value"), view.text(databaseName)));
        }
    }

    List<DeclaredRename> renames() {
        return renames;
    }

    Map<Ref, String> backfills() {
        return backfills;
    }
}
