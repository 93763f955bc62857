package dev.godwit.engine.chains;

import dev.godwit.change.DatabaseKind;
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
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What a database holds, read and written by what a model knows of it. */
final class Content implements AutoCloseable {

    private final TestDatabase database;
    private final List<Connection> kept = new ArrayList<>();
    private final List<List<String>> written = new ArrayList<>();

    Content(TestDatabase database) {
        this.database = database;
    }

    TestDatabase database() {
        return database;
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    /**
     * On PostgreSQL always with the same connection, since one takes long to make there; elsewhere a session may take what is
     * done within seconds for one transaction.
     */
    private <T> T connected(Use<T> use) throws SQLException {
        if (database.kind() != DatabaseKind.POSTGRESQL) {
            try (Connection connection = database.connect()) {
                return use.of(connection);
            }
        }
        if (kept.isEmpty()) {
            kept.add(database.connect());
        }
        return use.of(kept.get(0));
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : kept) {
            connection.close();
        }
    }

    /** A row with values that follow from its id. */
    void insert(String table, Model model, int id) throws SQLException {
        together(false, List.of(inserting(table, model, id, id)));
    }

    /** Gives all columns of a row, of which there is one at least, the values of another one. */
    void update(String table, Model model, int id, int other) throws SQLException {
        together(false, List.of(updating(table, model, id, other)));
    }

    void delete(String table, Model model, int id) throws SQLException {
        together(false, List.of(deleting(table, model, id)));
    }

    /** A row with the values of another one. */
    static String inserting(String table, Model model, int id, int other) {
        List<String> columns = new ArrayList<>(model.key().columns());
        List<String> values = new ArrayList<>(model.key().values(id));
        model.columns().forEach((column, kind) -> {
            columns.add(column);
            values.add(kind.value().apply(other));
        });
        return "insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", columns), String.join(", ", values));
    }

    static String updating(String table, Model model, int id, int other) {
        String values = model.columns().entrySet().stream()
                .map(column ->
                        column.getKey() + " = " + column.getValue().value().apply(other))
                .collect(Collectors.joining(", "));
        return "update %s set %s where %s".formatted(table, values, model.key().where(id));
    }

    static String deleting(String table, Model model, int id) {
        return "delete from %s where %s".formatted(table, model.key().where(id));
    }

    /** @param repeatable whether in a transaction that does not see what others commit meanwhile */
    void together(boolean repeatable, List<String> statements) throws SQLException {
        written.add(List.copyOf(statements));
        connected(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (repeatable) {
                    statement.execute("set transaction isolation level repeatable read");
                }
                for (String sql : statements) {
                    statement.execute(Uuids.sql(database.kind(), sql));
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw new SQLException(e.getMessage() + " of " + statements, e.getSQLState(), e.getErrorCode(), e);
            } finally {
                connection.setAutoCommit(true);
            }
            return true;
        });
    }

    /** Writes what another one has been told to write so far. */
    void repeat(Content other) throws SQLException {
        for (List<String> statements : List.copyOf(other.written)) {
            together(false, statements);
        }
    }

    /** Whether columns of a row hold the values of this or of another row. */
    boolean holds(String table, Model model, Set<String> columns, int id, int other) throws SQLException {
        String values = model.columns().entrySet().stream()
                .filter(column -> columns.contains(column.getKey()))
                .map(column -> holds(column.getKey(), column.getValue().value().apply(other)))
                .collect(Collectors.joining());
        return connected(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(Uuids.sql(
                            database.kind(),
                            "select count(*) from %s where %s%s"
                                    .formatted(table, model.key().where(id), values)))) {
                result.next();
                return result.getInt(1) == 1;
            }
        });
    }

    private static String holds(String column, String value) {
        return value.equals("null") ? " and %s is null".formatted(column) : " and %s = %s".formatted(column, value);
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
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        each(table, model, rows::put);
        return rows;
    }

    /** What is done with each row of a table, of which several may have the same key. */
    void each(String table, Model model, BiConsumer<Integer, Map<String, String>> row) throws SQLException {
        List<String> columns = new ArrayList<>(model.columns().keySet());
        String names = columns.stream().map(column -> ", " + column).collect(Collectors.joining());
        String key = model.key().columns().get(0);
        connected(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select %s%s from %s".formatted(key, names, table))) {
                while (result.next()) {
                    Map<String, String> values = new TreeMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.put(columns.get(i), Uuids.text(database.kind(), result, i + 2));
                    }
                    row.accept(Key.row(Uuids.text(database.kind(), result, 1)), values);
                }
            }
            return true;
        });
    }

    /** Everything but what is Godwit's own. */
    Set<String> schema() throws SQLException {
        return connected(connection -> Introspector.read(connection, Set.of()).facts().stream()
                .filter(fact -> !fact.subject().toLowerCase(Locale.ROOT).startsWith("godwit_"))
                .filter(fact -> !KeptNames.isKept(fact.column()))
                .map(fact -> fact.kind() + " " + fact.subject() + "." + fact.column() + " " + fact.definition())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
