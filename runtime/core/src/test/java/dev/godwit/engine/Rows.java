package dev.godwit.engine;

import dev.godwit.plan.KeptNames;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a query gives, a line a row. */
public final class Rows {

    private Rows() {}

    public static List<String> of(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    /** The names of all tables that users have made, in lower case. */
    static List<String> tables(TestDatabase database) throws SQLException {
        String schema = switch (database.kind()) {
            case POSTGRESQL, H2 -> "current_schema";
            case MARIADB, MYSQL -> "database()";
        };
        return of(
                        database,
                        "select table_name from information_schema.tables where table_schema = " + schema
                                + " order by table_name")
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The names of a table's columns, in lower case, without those that are kept for a rollback. */
    static List<String> columns(TestDatabase database, String table) throws SQLException {
        String schema = switch (database.kind()) {
            case POSTGRESQL, H2 -> "current_schema";
            case MARIADB, MYSQL -> "database()";
        };
        return of(
                        database,
                        "select column_name from information_schema.columns where table_schema = " + schema
                                + " and lower(table_name) = '" + table + "' order by ordinal_position")
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !KeptNames.isKept(name))
                .toList();
    }
}
