package dev.godwit.rehearsal;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of a schema's tables as text; their order, and that of the columns, do not count.
 *
 * @param tables sorted rows by table
 */
record Contents(Map<String, List<String>> tables) {

    static Contents read(Connection connection, Dialect dialect, Schema schema) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (Table table : schema.tables().values()) {
            tables.put(table.name().toString(), rows(connection, dialect, table));
        }
        return new Contents(tables);
    }

    private static List<String> rows(Connection connection, Dialect dialect, Table table) throws SQLException {
        List<String> columns = table.columns().keySet().stream()
                .sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
                .map(dialect::quote)
                .toList();
        String sql = "select %s from %s".formatted(String.join(", ", columns), dialect.quote(table.name()));
        return Jdbc.query(connection, sql, row -> text(row, columns.size())).stream()
                .sorted()
                .toList();
    }

    private static String text(ResultSet row, int columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            text.append(i == 1 ? "" : ", ")
                    .append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : row.getString(i));
        }
        return text.toString();
    }

    int rows() {
        return tables.values().stream().mapToInt(List::size).sum();
    }

    /** In which tables another reading differs, and how; empty when in none. */
    String differenceTo(Contents other) {
        return tables.keySet().stream()
                .filter(table -> !tables.get(table).equals(other.tables.get(table)))
                .map(table -> difference(table, tables.get(table), other.tables.getOrDefault(table, List.of())))
                .collect(Collectors.joining("; "));
    }

    private static String difference(String table, List<String> before, List<String> after) {
        String first = before.stream()
                .filter(row -> !after.contains(row))
                .findFirst()
                .map(row -> ", no longer there: [%s]".formatted(row))
                .orElse("");
        return "%s had %d rows and has %d%s".formatted(table, before.size(), after.size(), first);
    }
}
