package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.read.ClassView;
import java.util.Optional;

/** A collection whose element or key is bound. */
final class CollectionHolder extends Holder {

    private final CollectionValue collection;
    private final Attribute attribute;

    CollectionHolder(
            CollectionValue collection, String path, Optional<ClassView> type, Attribute attribute, Holder parent) {
        super(
                path,
                Optional.of(parent),
                type.map(view -> Overrides.onHierarchy(view, path)).orElse(Overrides.NONE),
                Overrides.on(attribute.annotations(), path));
        this.collection = collection;
        this.attribute = attribute;
    }

    Attribute attribute() {
        return attribute;
    }

    @Override
    BoundEntity entity() {
        return collection.owner();
    }

    @Override
    BoundTable table() {
        return collection.table();
    }

    @Override
    void add(BoundProperty property, Columns columns) {
        throw new IllegalStateException("A collection has no attributes of its own.");
    }

    @Override
    void add(BoundProperty property) {
        throw new IllegalStateException("A collection has no attributes of its own.");
    }
}
