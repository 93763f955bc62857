package dev.godwit.engine.chains;

import dev.godwit.engine.chains.RandomChain.Model;
import dev.godwit.introspect.Introspector;
import dev.godwit.plan.KeptNames;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a database holds, read and written by what a model knows of it. */
record Content(TestDatabase database) {

    /** A row with values that follow from its id. */
    void insert(String table, Model model, int id) throws SQLException {
        String names =
                model.columns().keySet().stream().map(column -> ", " + column).collect(Collectors.joining());
        String values = model.columns().values().stream()
                .map(kind -> ", " + kind.value().apply(id))
                .collect(Collectors.joining());
        database.execute("insert into %s (id%s) values (%d%s)".formatted(table, names, id, values));
    }

    /** Gives all columns of a row, of which there is one at least, the values of another one. */
    void update(String table, Model model, int id, int other) throws SQLException {
        String values = model.columns().entrySet().stream()
                .map(column ->
                        column.getKey() + " = " + column.getValue().value().apply(other))
                .collect(Collectors.joining(", "));
        database.execute("update %s set %s where id = %d".formatted(table, values, id));
    }

    /** Whether columns of a row hold the values of this or of another row. */
    boolean holds(String table, Model model, Set<String> columns, int id, int other) throws SQLException {
        String values = model.columns().entrySet().stream()
                .filter(column -> columns.contains(column.getKey()))
                .map(column -> holds(column.getKey(), column.getValue().value().apply(other)))
                .collect(Collectors.joining());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select count(*) from %s where id = %d%s".formatted(table, id, values))) {
            result.next();
            return result.getInt(1) == 1;
        }
    }

    private static String holds(String column, String value) {
        return value.equals("null") ? " and %s is null".formatted(column) : " and %s = %s".formatted(column, value);
    }

    void delete(String table, int id) throws SQLException {
        database.execute("delete from %s where id = %d".formatted(table, id));
    }

    /** The values of each row, by table and id, then by column. */
    Map<String, Map<Integer, Map<String, String>>> rows(Map<String, Model> tables) throws SQLException {
        Map<String, Map<Integer, Map<String, String>>> rows = new TreeMap<>();
        for (Map.Entry<String, Model> table : tables.entrySet()) {
            rows.put(table.getKey(), rows(table.getKey(), table.getValue()));
        }
        return rows;
    }

    Map<Integer, Map<String, String>> rows(String table, Model model) throws SQLException {
        List<String> columns = new ArrayList<>(model.columns().keySet());
        String names = columns.stream().map(column -> ", " + column).collect(Collectors.joining());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id%s from %s".formatted(names, table))) {
            Map<Integer, Map<String, String>> rows = new TreeMap<>();
            while (result.next()) {
                Map<String, String> values = new TreeMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.put(columns.get(i), String.valueOf(result.getString(i + 2)));
                }
                rows.put(result.getInt(1), values);
            }
            return rows;
        }
    }

    /** Everything but what is Godwit's own. */
    Set<String> schema() throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspector.read(connection, Set.of()).facts().stream()
                    .filter(fact -> !fact.subject().toLowerCase(Locale.ROOT).startsWith("godwit_"))
                    .filter(fact -> !KeptNames.isKept(fact.column()))
                    .map(fact -> fact.kind() + " " + fact.subject() + "." + fact.column() + " " + fact.definition())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
