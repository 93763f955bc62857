package dev.godwit.engine.rows;

import dev.godwit.schema.Identifier;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Values between Java code and columns: of the JDK's types only, bound as the column's own type where that differs. */
final class ColumnValues {

    /** The type of a PostgreSQL column that holds the number of a large object. */
    private static final String LARGE_OBJECT = "oid";

    private final Map<Identifier, Integer> types = new HashMap<>();
    private final Set<Identifier> largeObjects = new HashSet<>();

    /** Columns of bytes, which hold a UUID where a database has no type for it. */
    private final Set<Identifier> bytes = new HashSet<>();

    /** Takes the types of columns from a result. */
    void learn(ResultSetMetaData result, List<Identifier> columns) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            types.put(columns.get(i), result.getColumnType(i + 1));
            if (result.getColumnTypeName(i + 1).equals(LARGE_OBJECT)) {
                largeObjects.add(columns.get(i));
            }
            if (result.getColumnTypeName(i + 1).toLowerCase(Locale.ROOT).contains("binary")) {
                bytes.add(columns.get(i));
            }
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

    /**
     * A value; empty for SQL NULL. Large objects are read in full, those of PostgreSQL as bytes, a driver's own types as
     * text.
     */
    Optional<Object> read(ResultSet row, int index, Identifier column) throws SQLException {
        Object value = largeObjects.contains(column) ? row.getBlob(index) : row.getObject(index);
        if (value == null) {
            return none(row, index);
        }
        if (value instanceof java.sql.Clob || value instanceof java.sql.SQLXML) {
            return Optional.ofNullable(row.getString(index));
        }
        if (value instanceof java.sql.Blob blob) {
            return Optional.of(blob.getBytes(1, (int) blob.length()));
        }
        boolean own = value.getClass().isArray() || value.getClass().getName().startsWith("java.");
        return own ? Optional.of(value) : Optional.ofNullable(row.getString(index));
    }

    /** A driver gives a date that is none (MariaDB's 0000-00-00) as null, which code would take for SQL NULL. */
    private static Optional<Object> none(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text != null) {
            throw new SQLException("%s in column %s is no date."
                    .formatted(text, row.getMetaData().getColumnName(index)));
        }
        return Optional.empty();
    }

    /** Binds a value; a column of a type that only the database knows takes text as that type. */
    void bind(PreparedStatement statement, int index, Identifier column, Optional<Object> value) throws SQLException {
        int type = types.getOrDefault(column, Types.NULL);
        if (value.isEmpty()) {
            statement.setNull(index, type);
        } else if (largeObjects.contains(column)) {
            bindLargeObject(statement, index, value.get());
        } else if (value.get() instanceof UUID uuid && bytes.contains(column)) {
            statement.setBytes(index, bytes(uuid));
        } else if (type == Types.OTHER) {
            statement.setObject(index, value.get(), type);
        } else {
            statement.setObject(index, value.get());
        }
    }

    private static void bindLargeObject(PreparedStatement statement, int index, Object value) throws SQLException {
        byte[] bytes = value instanceof byte[] own ? own : value.toString().getBytes(StandardCharsets.UTF_8);
        statement.setBlob(index, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
