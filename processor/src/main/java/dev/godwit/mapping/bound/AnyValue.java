package dev.godwit.mapping.bound;

import java.util.ArrayList;
import java.util.List;

/** A reference to any of several entities: a discriminator and a key, without a foreign key. */
public final class AnyValue extends SimpleValue {

    private final BasicValue discriminator;
    private final BasicValue key;

    public AnyValue(BoundTable table) {
        super(table);
        discriminator = new BasicValue(table);
        key = new BasicValue(table);
        foreignKey(ForeignKeyChoice.DEFAULT.disabled());
    }

    public BasicValue discriminator() {
        return discriminator;
    }

    public BasicValue key() {
        return key;
    }

    @Override
    public List<Selectable> selectables() {
        List<Selectable> all = new ArrayList<>(discriminator.selectables());
        all.addAll(key.selectables());
        return all;
    }

    @Override
    public void table(BoundTable other) {
        super.table(other);
        discriminator.table(other);
        key.table(other);
    }
}
