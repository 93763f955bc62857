package dev.godwit.mapping.bound;

import java.util.List;

/** The elements of a collection that are rows of another entity's table. */
public final class OneToManyValue extends Value {

    private final BoundEntity entity;

    public OneToManyValue(BoundEntity entity) {
        super(entity.table());
        this.entity = entity;
    }

    public BoundEntity entity() {
        return entity;
    }

    @Override
    public List<Selectable> selectables() {
        return entity.key().selectables();
    }
}
