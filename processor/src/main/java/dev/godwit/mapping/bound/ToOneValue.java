package dev.godwit.mapping.bound;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reference to an entity: by columns of its own, or, one to one, by the primary key or from the other side. */
public final class ToOneValue extends SimpleValue {

    private final String referencedEntity;
    private final boolean sharesKey;
    private @Nullable String referencedProperty;
    private boolean constrained = true;
    private boolean ignoresNotFound;
    private boolean sorted;
    private @Nullable BoundEntity owner;

    /**
     * @param referencedEntity the entity's name
     * @param sharesKey whether it is a one to one without columns of its own
     */
    public ToOneValue(BoundTable table, String referencedEntity, boolean sharesKey) {
        super(table);
        this.referencedEntity = referencedEntity;
        this.sharesKey = sharesKey;
    }

    public String referencedEntity() {
        return referencedEntity;
    }

    public boolean sharesKey() {
        return sharesKey;
    }

    public Optional<String> referencedProperty() {
        return Optional.ofNullable(referencedProperty);
    }

    public void referencedProperty(String property) {
        referencedProperty = property;
    }

    /** The entity whose identifier stands in for columns. */
    public void owner(BoundEntity entity) {
        owner = entity;
    }

    public void constrained(boolean value) {
        constrained = value;
    }

    public boolean ignoresNotFound() {
        return ignoresNotFound;
    }

    public void ignoreNotFound() {
        ignoresNotFound = true;
    }

    @Override
    public boolean isConstrained() {
        return constrained && super.isConstrained();
    }

    @Override
    public boolean isNullable() {
        return referencedProperty != null || super.isNullable();
    }

    @Override
    public List<BoundColumn> constraintColumns() {
        List<BoundColumn> own = columns();
        return own.isEmpty() && sharesKey && owner != null ? owner.identifier().columns() : own;
    }

    @Override
    public void createUniqueKey() {
        if (!sharesKey || !columns().isEmpty()) {
            super.createUniqueKey();
        }
    }

    public void markSorted() {
        sorted = true;
    }

    /** Brings the columns into the order of what they refer to. */
    public void sortColumns(Value referenced) {
        if (!sorted) {
            sorted = true;
            if (referenced instanceof ComponentValue component) {
                component.sortProperties().ifPresent(this::reorder);
            }
        }
    }
}
