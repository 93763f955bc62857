package dev.godwit.dialect.mysql;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;

/** The server wants the columns of a foreign key to have the types of those that they refer to. */
final class KeyTypes {

    private KeyTypes() {}

    /** Whether both sides of a foreign key have the same types. */
    static boolean agree(Dialect dialect, Schema schema, Table table, ForeignKey key) {
        Table target = schema.table(key.referencedTable()).orElseThrow();
        for (int i = 0; i < key.columns().size(); i++) {
            String from = type(dialect, table, key.columns().get(i));
            if (!from.equals(type(dialect, target, key.referencedColumns().get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String type(Dialect dialect, Table table, Identifier column) {
        return table.column(column).map(found -> dialect.render(found.type())).orElse("");
    }
}
