package dev.godwit;

/**
 * A column of a table, frozen as it stands where a migration was written. Made by {@link TableHandle}.
 *
 * @param <T> the table, so that a column of another one does not compile
 * @param <V> the Java type of its values
 * @param name as {@link SchemaChanges} takes names
 */
public record ColumnHandle<T extends TableHandle<T>, V>(String name, Class<V> type) {}
