package dev.godwit.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value with columns of its own. */
public abstract sealed class SimpleValue extends Value permits BasicValue, AnyValue, ToOneValue, KeyValue {

    private final List<Selectable> selectables = new ArrayList<>();
    private ForeignKeyChoice foreignKey = ForeignKeyChoice.DEFAULT;

    SimpleValue(BoundTable table) {
        super(table);
    }

    @Override
    public List<Selectable> selectables() {
        return selectables;
    }

    public void add(Selectable selectable) {
        if (selectable instanceof BoundColumn column && columns().stream().anyMatch(column::isSameAs)) {
            return;
        }
        selectables.add(selectable);
    }

    public ForeignKeyChoice foreignKey() {
        return foreignKey;
    }

    public void foreignKey(ForeignKeyChoice choice) {
        foreignKey = choice;
    }

    public boolean isConstrained() {
        return foreignKey.enabled() && !hasFormula();
    }

    /** Puts the columns into another order: position {@code i} moves to {@code order.get(i)}. */
    void reorder(List<Integer> order) {
        if (selectables.size() == order.size() && order.size() > 1) {
            List<Selectable> before = List.copyOf(selectables);
            for (int i = 0; i < order.size(); i++) {
                selectables.set(order.get(i), before.get(i));
            }
        }
    }

    /**
     * Adds a foreign key over the value's columns.
     *
     * @param referenced empty: the primary key
     */
    public Optional<BoundForeignKey> createForeignKey(BoundEntity entity, List<BoundColumn> referenced) {
        if (!isConstrained() || constraintColumns().isEmpty()) {
            return Optional.empty();
        }
        BoundForeignKey key = table().add(new BoundForeignKey(constraintColumns(), entity, referenced, foreignKey));
        key.onDelete(foreignKey.onDelete());
        return Optional.of(key);
    }
}
