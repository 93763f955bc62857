package dev.godwit;

import java.util.ArrayList;
import java.util.List;

/**
 * A table, frozen as it stands where a migration was written; {@code godwit:new} writes one class per table into the
 * migration. Later changes of the schema, and entities, do not change it.
 *
 * @param <T> the class itself
 */
public abstract class TableHandle<T extends TableHandle<T>> {

    private final String tableName;
    private final List<ColumnHandle<T, ?>> primaryKey = new ArrayList<>();

    /** @param tableName as {@link SchemaChanges} takes names */
    protected TableHandle(String tableName) {
        this.tableName = tableName;
    }

    protected final <V> ColumnHandle<T, V> column(String name, Class<V> type) {
        return new ColumnHandle<>(name, type);
    }

    /** A column that, alone or with others, tells the rows apart and gives their order. */
    protected final <V> ColumnHandle<T, V> key(String name, Class<V> type) {
        ColumnHandle<T, V> column = column(name, type);
        primaryKey.add(column);
        return column;
    }

    public final String tableName() {
        return tableName;
    }

    /** In the order in which they were made. */
    public final List<ColumnHandle<T, ?>> primaryKey() {
        return List.copyOf(primaryKey);
    }
}
