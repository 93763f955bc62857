package dev.godwit.engine.rows;

import dev.godwit.schema.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values between Java code and columns: of the JDK's types only, bound as the column's own type where that differs. */
final class ColumnValues {

    private final Map<Identifier, Integer> types = new HashMap<>();

    /** Takes the types of columns from a result. */
    void learn(ResultSetMetaData result, List<Identifier> columns) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            types.put(columns.get(i), result.getColumnType(i + 1));
        }
    }

    /**
     * Takes the types of columns from the database, unless they are known.
     *
     * @param query gives these columns
     */
    void learn(Connection connection, String query, List<Identifier> columns) throws SQLException {
        if (types.keySet().containsAll(columns)) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet result = select.executeQuery()) {
            learn(result.getMetaData(), columns);
        }
    }

    /** Binds the values of columns, and gives the next free index. */
    int bind(PreparedStatement statement, int first, List<Identifier> columns, List<Object> row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            bind(statement, first + i, columns.get(i), Optional.of(row.get(i)));
        }
        return first + columns.size();
    }

    /** A value; empty for SQL NULL. Large objects are read in full, a driver's own types as text. */
    Optional<Object> read(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof java.sql.Clob || value instanceof java.sql.SQLXML) {
            return Optional.ofNullable(row.getString(index));
        }
        if (value instanceof java.sql.Blob) {
            return Optional.ofNullable(row.getBytes(index));
        }
        boolean own = value.getClass().isArray() || value.getClass().getName().startsWith("java.");
        return own ? Optional.of(value) : Optional.ofNullable(row.getString(index));
    }

    /** Binds a value; a column of a type that only the database knows takes text as that type. */
    void bind(PreparedStatement statement, int index, Identifier column, Optional<Object> value) throws SQLException {
        int type = types.getOrDefault(column, Types.NULL);
        if (value.isEmpty()) {
            statement.setNull(index, type);
        } else if (type == Types.OTHER) {
            statement.setObject(index, value.get(), type);
        } else {
            statement.setObject(index, value.get());
        }
    }
}
