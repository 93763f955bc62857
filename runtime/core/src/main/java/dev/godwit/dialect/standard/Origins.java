package dev.godwit.dialect.standard;

import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What tables and columns are called before the migration, and what rows have there then. */
final class Origins {

    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<Ref, Identifier> columns = new HashMap<>();
    private final Map<Ref, String> values = new HashMap<>();

    QualifiedName of(QualifiedName table) {
        return tables.getOrDefault(table, table);
    }

    Identifier of(QualifiedName table, Identifier column) {
        return columns.getOrDefault(Ref.of(table, column), column);
    }

    boolean isOther(QualifiedName table, Identifier column) {
        return columns.containsKey(Ref.of(table, column));
    }

    /** Says that a table is there before the migration, under another name. */
    void put(QualifiedName table, QualifiedName origin) {
        tables.put(table, origin);
    }

    /** Says that a column is there before the migration, under another name. */
    void put(QualifiedName table, Identifier column, Identifier origin) {
        columns.put(Ref.of(table, column), origin);
    }

    /** Says that a column has its own name already. */
    void remove(QualifiedName table, Identifier column) {
        columns.remove(Ref.of(table, column));
    }

    /** What a row has in a column; in one that comes back, what it will be given. */
    String value(QualifiedName table, Identifier column, Function<Identifier, String> quote) {
        return values.getOrDefault(Ref.of(table, column), quote.apply(of(table, column)));
    }

    /** Says that rows without a value in a column that comes back are given one. */
    void given(QualifiedName table, Identifier column, String value) {
        values.put(Ref.of(table, column), value);
    }

    void follow(RenameColumn rename) {
        put(rename.table(), rename.to(), of(rename.table(), rename.from()));
        Optional.ofNullable(values.remove(Ref.of(rename.table(), rename.from())))
                .ifPresent(value -> given(rename.table(), rename.to(), value));
    }

    void follow(RenameTable rename) {
        put(rename.to(), of(rename.from()));
        follow(rename, columns);
        follow(rename, values);
    }

    private static <V> void follow(RenameTable rename, Map<Ref, V> of) {
        Map.copyOf(of).forEach((column, value) -> {
            if (column.object().equals(rename.from())) {
                column.column().ifPresent(name -> of.put(Ref.of(rename.to(), name), value));
            }
        });
    }
}
