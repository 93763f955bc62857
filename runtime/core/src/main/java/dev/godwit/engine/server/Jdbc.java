package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with bound values. */
public final class Jdbc {

    private Jdbc() {}

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public static <T> List<T> query(Connection connection, String sql, RowReader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }

    /** Some rows, each as its columns' names and values. */
    public static List<String> first(Connection connection, int rows, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(rows);
            List<String> texts = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    texts.add(text(result));
                }
            }
            return texts;
        }
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            parts.add("%s = %s".formatted(row.getMetaData().getColumnLabel(i), row.getString(i)));
        }
        return String.join(", ", parts);
    }

    /** The first column of the first row, empty where there is no row or no value. */
    public static Optional<String> text(Connection connection, String sql, Object... values) throws SQLException {
        List<Optional<String>> rows = query(connection, sql, row -> Optional.ofNullable(row.getString(1)), values);
        return rows.isEmpty() ? Optional.empty() : rows.get(0);
    }

    /** Whether the first column of the first row is true. */
    public static boolean test(Connection connection, String sql, Object... values) throws SQLException {
        return query(connection, sql, row -> row.getBoolean(1), values).stream()
                .findFirst()
                .orElse(false);
    }

    /** The number of rows changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Executes a statement as it stands. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
