package dev.godwit.engine.kill;

import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** All that is to be equal after an interrupted and an uninterrupted run, as lines: schema and rows, not the journal. */
final class Picture {

    private final Connection connection;
    private final DatabaseMetaData metaData;
    private final TreeSet<String> lines = new TreeSet<>();

    private Picture(Connection connection) throws SQLException {
        this.connection = connection;
        this.metaData = connection.getMetaData();
    }

    static List<String> of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Picture picture = new Picture(connection);
            picture.tables();
            return List.copyOf(picture.lines);
        }
    }

    /** The lines that one of both lacks: short, where both are long. */
    static List<String> differences(List<String> expected, List<String> found) {
        List<String> differences = new ArrayList<>();
        expected.stream().filter(line -> !found.contains(line)).forEach(line -> differences.add("lacks " + line));
        found.stream().filter(line -> !expected.contains(line)).forEach(line -> differences.add("has " + line));
        return differences;
    }

    private void tables() throws SQLException {
        for (List<String> table : read(
                metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                    "TABLE", "BASE TABLE", "SEQUENCE"
                }),
                "TABLE_NAME",
                "REMARKS")) {
            String name = table.get(0);
            if (!name.toLowerCase(Locale.ROOT).startsWith("godwit_")) {
                table(name, table.get(1));
            }
        }
        note("history", query("select version, state from godwit_history order by version"));
        note("open", query("select version from godwit_journal where state <> 'done' and state <> 'failed'"));
    }

    private void table(String name, String remarks) throws SQLException {
        String catalog = connection.getCatalog();
        String schema = connection.getSchema();
        lines.add("table " + name + " " + remarks);
        note(
                name + " column",
                read(
                        metaData.getColumns(catalog, schema, name, "%"),
                        "COLUMN_NAME",
                        "TYPE_NAME",
                        "COLUMN_SIZE",
                        "DECIMAL_DIGITS",
                        "NULLABLE",
                        "COLUMN_DEF"));
        note(name + " key", read(metaData.getPrimaryKeys(catalog, schema, name), "COLUMN_NAME", "KEY_SEQ"));
        note(
                name + " index",
                read(
                        metaData.getIndexInfo(catalog, schema, name, false, true),
                        "INDEX_NAME",
                        "NON_UNIQUE",
                        "COLUMN_NAME",
                        "ORDINAL_POSITION"));
        note(
                name + " foreign key",
                read(
                        metaData.getImportedKeys(catalog, schema, name),
                        "FK_NAME",
                        "PKTABLE_NAME",
                        "FKCOLUMN_NAME",
                        "PKCOLUMN_NAME"));
        note(name + " row", query("select * from " + name + " order by 1"));
    }

    private void note(String what, List<List<String>> rows) {
        rows.forEach(row -> lines.add(what + " " + String.join(" | ", row)));
    }

    private List<List<String>> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return read(statement.executeQuery(sql));
        }
    }

    private static List<List<String>> read(ResultSet result, String... columns) throws SQLException {
        try (result) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (String column : columns) {
                    row.add(generated(String.valueOf(result.getString(column))));
                }
                for (int i = 1; columns.length == 0 && i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** H2 numbers the names that it makes up, over all that there ever was. */
    private static String generated(String name) {
        return name.replaceAll("(PRIMARY_KEY|_INDEX|CONSTRAINT)_[0-9A-F_]+$", "$1_n");
    }
}
