package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The names that the server makes up ({@code makeObjectName} in its {@code indexcmds.c}). */
final class GeneratedNames {

    private GeneratedNames() {}

    static Identifier primaryKey(Dialect dialect, QualifiedName table) {
        return name(dialect.catalogName(table.name()), "", "pkey");
    }

    static Identifier unique(Dialect dialect, QualifiedName table, List<Identifier> columns) {
        String joined = columns.stream().map(dialect::catalogName).collect(Collectors.joining("_"));
        return name(dialect.catalogName(table.name()), joined, "key");
    }

    /** Table, columns, label; the longer of the first two is cut until the whole fits. */
    private static Identifier name(String table, String columns, String label) {
        int overhead = bytes(label) + 1 + (columns.isEmpty() ? 0 : 1);
        String first = table;
        String second = columns;
        while (bytes(first) + bytes(second) + overhead > PostgresqlDialect.MAX_NAME_BYTES) {
            if (bytes(first) > bytes(second)) {
                first = first.substring(0, first.length() - 1);
            } else {
                second = second.substring(0, second.length() - 1);
            }
        }
        return new Identifier(first + (columns.isEmpty() ? "" : "_" + second) + "_" + label, true);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
