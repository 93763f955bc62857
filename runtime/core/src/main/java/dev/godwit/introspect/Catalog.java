package dev.godwit.introspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The catalog of a database, asked about one schema. */
record Catalog(Connection connection, String schema) {

    /** Takes the rows of a query. */
    @FunctionalInterface
    interface RowReader {
        void read(Row row) throws SQLException;
    }

    /** A row, SQL NULL being an empty text. */
    record Row(ResultSet result) {

        String text(int column) throws SQLException {
            String value = result.getString(column);
            return value == null ? "" : value;
        }

        boolean isNull(int column) throws SQLException {
            return result.getString(column) == null;
        }

        boolean is(int column) throws SQLException {
            return result.getBoolean(column);
        }

        /** An array of texts. */
        List<String> texts(int column) throws SQLException {
            return List.of((String[]) result.getArray(column).getArray());
        }
    }

    /** Asks a query whose parameters are all the schema. */
    void query(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = (int) sql.chars().filter(c -> c == '?').count();
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, schema);
            }
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
