package dev.godwit.mapping.bound;

/** A value of a basic type. */
public final class BasicValue extends SimpleValue {

    public BasicValue(BoundTable table) {
        super(table);
    }
}
