package dev.godwit.mapping.bound;

import java.util.List;

/** What an attribute holds: columns of a table, or a collection in another. */
public abstract sealed class Value permits SimpleValue, ComponentValue, CollectionValue, OneToManyValue {

    private BoundTable table;

    Value(BoundTable table) {
        this.table = table;
    }

    public BoundTable table() {
        return table;
    }

    public void table(BoundTable other) {
        table = other;
    }

    public abstract List<Selectable> selectables();

    /** The columns, without formulas. */
    public List<BoundColumn> columns() {
        return selectables().stream()
                .filter(BoundColumn.class::isInstance)
                .map(BoundColumn.class::cast)
                .toList();
    }

    /** The columns that a constraint on the value is over. */
    public List<BoundColumn> constraintColumns() {
        return columns();
    }

    public boolean hasFormula() {
        return selectables().stream().anyMatch(Formula.class::isInstance);
    }

    public boolean isNullable() {
        return hasFormula() || columns().stream().allMatch(BoundColumn::isNullable);
    }

    /** Makes the value unique in its table, unless a formula is in it. */
    public void createUniqueKey() {
        if (!hasFormula() && !constraintColumns().isEmpty()) {
            table.unique(constraintColumns());
        }
    }
}
