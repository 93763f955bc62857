package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.rows.Cursor;
import dev.godwit.engine.rows.KeyOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table's rows in the order of their key, as a stream that is opened once. */
final class SourceTable implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 2000;

    private final CopiedTable table;
    private final PreparedStatement statement;
    private final ResultSet rows;

    private SourceTable(CopiedTable table, PreparedStatement statement, ResultSet rows) {
        this.table = table;
        this.statement = statement;
        this.rows = rows;
    }

    /** @param behind the row behind which to begin; empty: at the first one */
    static SourceTable open(Connection connection, Dialect dialect, CopiedTable table, Optional<Cursor> behind)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql(dialect, table, behind.isPresent()));
        try {
            statement.setFetchSize(FETCHED_AT_ONCE);
            if (behind.isPresent()) {
                KeyOrder order = new KeyOrder(dialect, table.key());
                List<Object> bounds = order.values(behind.get());
                for (int i = 0; i < bounds.size(); i++) {
                    statement.setObject(i + 1, bounds.get(i));
                }
            }
            return new SourceTable(table, statement, statement.executeQuery());
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static String sql(Dialect dialect, CopiedTable table, boolean behind) {
        Product product = new Product(dialect);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(product.read(table.columns().get(i), table.forms().get(i)));
        }
        // The key stands once more as the driver gives it, for the place where an interrupted copy goes on.
        table.key().forEach(column -> columns.add(dialect.quote(column)));
        String sql = "select %s from %s".formatted(String.join(", ", columns), dialect.quote(table.name()));
        if (table.key().isEmpty()) {
            return sql;
        }
        KeyOrder order = new KeyOrder(dialect, table.key());
        return sql + (behind ? " where " + order.behind() : "") + " order by " + order.columns();
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    /** The row that was reached. */
    Line line() throws SQLException {
        List<Optional<String>> values = new ArrayList<>(table.columns().size());
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(table.forms().get(i).read(rows, i + 1));
        }
        return new Line(values);
    }

    /** The key of the row that was reached; without parts where the table has none. */
    Cursor key() throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 1; i <= table.key().size(); i++) {
            key.add(rows.getObject(table.columns().size() + i));
        }
        return new Cursor(key);
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            rows.close();
        }
    }
}
