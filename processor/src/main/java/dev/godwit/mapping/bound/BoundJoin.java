package dev.godwit.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table beside an entity's own that holds some of its attributes: a secondary table, or the table of a to-one. */
public final class BoundJoin {

    private final BoundTable table;
    private final List<BoundProperty> properties = new ArrayList<>();
    private @Nullable KeyValue key;
    private boolean foreignKeyDisabled;

    public BoundJoin(BoundTable table) {
        this.table = table;
    }

    public BoundTable table() {
        return table;
    }

    public List<BoundProperty> properties() {
        return properties;
    }

    public Optional<KeyValue> key() {
        return Optional.ofNullable(key);
    }

    public void key(KeyValue value) {
        key = value;
    }

    public void disableForeignKey() {
        foreignKeyDisabled = true;
    }

    public boolean isForeignKeyDisabled() {
        return foreignKeyDisabled;
    }
}
