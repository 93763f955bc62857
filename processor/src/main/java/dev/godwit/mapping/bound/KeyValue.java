package dev.godwit.mapping.bound;

/** The columns that tie a row of another table to its owner. */
public final class KeyValue extends SimpleValue {

    private final Value referenced;
    private boolean nullable = true;
    private boolean sorted;

    /** @param referenced what the key repeats: an identifier, or another unique value */
    public KeyValue(BoundTable table, Value referenced) {
        super(table);
        this.referenced = referenced;
    }

    public Value referenced() {
        return referenced;
    }

    @Override
    public boolean isNullable() {
        return nullable;
    }

    public void nullable(boolean value) {
        nullable = value;
    }

    public void markSorted() {
        sorted = true;
    }

    /** Brings the columns into the order of what they refer to. */
    public void sortColumns() {
        if (!sorted) {
            sorted = true;
            if (referenced instanceof ComponentValue component) {
                component.sortProperties().ifPresent(this::reorder);
            }
        }
    }
}
