package dev.godwit.dialect.mysql;

import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * The index that stands behind each foreign key. The server makes one where no key or index begins with the columns,
 * drops it when another comes to serve, and keeps it when the foreign key goes.
 */
final class ForeignKeyIndexes {

    private ForeignKeyIndexes() {}

    /** Whether a key or index of the model begins with the columns. */
    static boolean isServed(Table table, List<Identifier> columns) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().map(index -> index.columns()))
                .flatMap(lists -> lists)
                .anyMatch(list -> beginsWith(list, columns));
    }

    /** The foreign keys that have nothing behind them in {@code after} and had something in {@code before}. */
    static List<ForeignKey> left(Table before, Table after) {
        return after.foreignKeys().stream()
                .filter(key -> isServed(before, key.columns()) && !isServed(after, key.columns()))
                .toList();
    }

    /** Whether the index that the server made for a foreign key of these columns serves nothing any more. */
    static boolean isIdle(Table after, List<Identifier> columns) {
        return !isServed(after, columns)
                && after.foreignKeys().stream().noneMatch(key -> beginsWith(columns, key.columns()));
    }

    private static boolean beginsWith(List<Identifier> list, List<Identifier> columns) {
        return list.size() >= columns.size() && list.subList(0, columns.size()).equals(columns);
    }
}
