package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity that attributes are bound into, with its secondary tables. */
final class EntityHolder extends Holder {

    /** A table of the entity beside its own, and the columns stated to tie it to the entity. */
    record Secondary(BoundJoin join, List<AnnotationView> keyColumns, boolean stated) {}

    private final BoundEntity entity;
    private final Map<Identifier, Secondary> secondaries = new LinkedHashMap<>();
    private AccessKind access = AccessKind.DEFAULT;
    private boolean ignoresIds;
    private boolean wrapsIds;

    EntityHolder(BoundEntity entity) {
        super("", Optional.empty(), Overrides.onHierarchy(entity.view(), ""), Overrides.NONE);
        this.entity = entity;
    }

    @Override
    BoundEntity entity() {
        return entity;
    }

    @Override
    BoundTable table() {
        return entity.table();
    }

    @Override
    boolean isEntity() {
        return true;
    }

    AccessKind access() {
        return access;
    }

    void access(AccessKind value) {
        access = value;
    }

    /** Whether {@code @Id} on an attribute is without effect, as while an id class is read. */
    boolean ignoresIds() {
        return ignoresIds;
    }

    void ignoreIds(boolean value) {
        ignoresIds = value;
    }

    /** Whether several id attributes are put together to one identifier. */
    boolean wrapsIds() {
        return wrapsIds;
    }

    void wrapIds(boolean value) {
        wrapsIds = value;
    }

    void add(Secondary secondary) {
        secondaries.put(secondary.join().table().name().name(), secondary);
    }

    List<Secondary> secondaries() {
        return new ArrayList<>(secondaries.values());
    }

    /** The join over the table of this name, logical or physical. */
    Optional<BoundJoin> join(Identifier name) {
        Secondary physical = secondaries.get(name);
        return physical != null
                ? Optional.of(physical.join())
                : secondaries.values().stream()
                        .map(Secondary::join)
                        .filter(join -> join.table().logicalName().equals(name))
                        .findFirst();
    }

    @Override
    void add(BoundProperty property, Columns columns) {
        if (columns.isSecondary()) {
            columns.join().properties().add(property);
        } else {
            add(property);
        }
    }

    @Override
    void add(BoundProperty property) {
        if (property.value() instanceof ComponentValue component) {
            Secondary secondary = secondaries.get(component.table().name().name());
            if (secondary != null && secondary.join().table() == component.table()) {
                secondary.join().properties().add(property);
                return;
            }
        }
        entity.properties().add(property);
    }
}
