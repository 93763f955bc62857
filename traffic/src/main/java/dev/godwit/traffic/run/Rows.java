package dev.godwit.traffic.run;

import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/** The rows of a database under traffic. */
final class Rows {

    private static final int PER_STATEMENT = 500;
    private static final int CUSTOMERS_OF_AN_ACCOUNT = 20;

    private final Place place;

    Rows(Place place) {
        this.place = place;
    }

    /** Fills the schema of the old version. */
    void fill(Manoeuvre manoeuvre, int customers, Random random) throws SQLException {
        List<String> columns = List.copyOf(manoeuvre.values().keySet());
        List<LongFunction<Object>> values =
                columns.stream().map(manoeuvre.values()::get).toList();
        String names = "account_id, stamp"
                + String.join("", columns.stream().map(name -> ", " + name).toList());
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            insert(connection, "accounts (title)", 1, customers / CUSTOMERS_OF_AN_ACCOUNT + 1, (row, out) -> {
                out.setString(row.parameter(0), "account " + row.number());
            });
            insert(connection, "customers (" + names + ")", 2 + columns.size(), customers, (row, out) -> {
                long stamp = random.nextLong(1L << 31);
                out.setLong(row.parameter(0), 1 + row.number() / CUSTOMERS_OF_AN_ACCOUNT);
                out.setLong(row.parameter(1), stamp);
                for (int i = 0; i < values.size(); i++) {
                    out.setObject(row.parameter(2 + i), values.get(i).apply(stamp));
                }
            });
            try (Statement statement = connection.createStatement()) {
                for (String sql : manoeuvre.filling()) {
                    statement.executeUpdate(sql);
                }
            }
            connection.commit();
        }
    }

    private record Row(int number, int first) {
        int parameter(int place) {
            return first + place + 1;
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(Row row, PreparedStatement out) throws SQLException;
    }

    private static void insert(Connection connection, String target, int width, int rows, Binding binding)
            throws SQLException {
        for (int done = 0; done < rows; done += PER_STATEMENT) {
            int now = Math.min(PER_STATEMENT, rows - done);
            String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
            String sql = "insert into " + target + " values " + String.join(", ", Collections.nCopies(now, row));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < now; i++) {
                    binding.bind(new Row(done + i, i * width), statement);
                }
                statement.executeUpdate();
            }
        }
    }

    /** What a query counts. */
    long count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** How many triggers and functions there are: they serve versions side by side. */
    long scaffolding() throws SQLException {
        return count(
                isPostgresql()
                        ? "select (select count(*) from pg_trigger where not tgisinternal)"
                                + " + (select count(*) from pg_proc where pronamespace = 'public'::regnamespace)"
                        : "select (select count(*) from information_schema.triggers where trigger_schema = database())"
                                + " + (select count(*) from information_schema.routines"
                                + " where routine_schema = database())");
    }

    /** The columns of a table, with a question mark behind those that may hold NULL. */
    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet result = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (result.next()) {
                columns.add(result.getString("COLUMN_NAME")
                        + (result.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? "" : "?"));
            }
        }
        return columns;
    }

    private boolean isPostgresql() {
        return place.url().startsWith("jdbc:postgresql:");
    }

    void analyze() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(isPostgresql() ? "analyze" : "analyze table customers, accounts");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(place.url(), place.user(), place.password());
    }
}
