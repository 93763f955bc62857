package dev.godwit.engine.rows;

import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Work;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the database compute values for a table's rows, from one key to another. */
final class FillBatches implements Batches {

    private static final int ROWS_PER_STATEMENT = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final Work.Fill fill;
    private final KeyOrder order;
    private final ColumnValues values = new ColumnValues();
    private final ReplacedValues replaced;

    FillBatches(Connection connection, Dialect dialect, Work.Fill fill) {
        this.connection = connection;
        this.dialect = dialect;
        this.fill = fill;
        this.order = new KeyOrder(dialect, fill.key());
        this.replaced = new ReplacedValues(connection, dialect, fill.table(), fill.key(), fill.keeping(), values);
    }

    @Override
    public QualifiedName table() {
        return fill.table();
    }

    @Override
    public Position next(Position from, int rows) throws SQLException {
        Optional<Cursor> end = key(from, rows);
        replaced.before(from.last(), end, fill.condition());
        int filled = fill.lock().isPresent() ? updateLocked(from.last(), end) : update(from.last(), end);
        replaced.after(from.last(), end);
        return end.map(last -> from.moved(last, rows)).orElseGet(() -> from.ended(filled));
    }

    @Override
    public String name(Position reached) {
        return reached.last().map(row -> row.text(fill.key())).orElse("the first row");
    }

    @Override
    public Position skip(Position from) throws SQLException {
        return key(from, 1).map(next -> from.moved(next, 1)).orElseGet(() -> from.ended(0));
    }

    /** The key of the row that lies so many rows behind a position; empty when there are fewer. */
    private Optional<Cursor> key(Position from, int rows) throws SQLException {
        String sql = "select %s from %s%s order by %s limit 1 offset %d"
                .formatted(
                        order.columns(),
                        dialect.quote(fill.table()),
                        from.last().isPresent() ? " where " + order.behind() : "",
                        order.columns(),
                        rows - 1);
        learn();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, 1, from.last());
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(cursor(result)) : Optional.empty();
            }
        }
    }

    private void learn() throws SQLException {
        values.learn(
                connection,
                "select %s from %s where 1 = 0".formatted(order.columns(), dialect.quote(fill.table())),
                fill.key());
    }

    private Cursor cursor(ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < fill.key().size(); i++) {
            key.add(values.read(row, i + 1, fill.key().get(i))
                    .orElseThrow(() -> new SQLException("A column of a primary key is NULL.")));
        }
        return new Cursor(key);
    }

    /** No other rows than those that are locked: of one that comes meanwhile other tables would be read as they were. */
    private int updateLocked(Optional<Cursor> from, Optional<Cursor> to) throws SQLException {
        List<Cursor> rows = lock(from, to);
        int filled = 0;
        for (int first = 0; first < rows.size(); first += ROWS_PER_STATEMENT) {
            filled += update(rows.subList(first, Math.min(rows.size(), first + ROWS_PER_STATEMENT)));
        }
        return filled;
    }

    private List<Cursor> lock(Optional<Cursor> from, Optional<Cursor> to) throws SQLException {
        String sql = "select %s from %s where %s order by %s %s"
                .formatted(
                        order.columns(),
                        dialect.quote(fill.table()),
                        where(from, to),
                        order.columns(),
                        fill.lock().orElseThrow());
        List<Cursor> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, bind(select, 1, from), to);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(cursor(result));
                }
            }
        }
        return rows;
    }

    private int update(List<Cursor> rows) throws SQLException {
        String sql = fill.sql("(%s) and %s".formatted(fill.condition(), order.among(rows.size())));
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            int index = 1;
            for (Cursor row : rows) {
                index = values.bind(update, index, fill.key(), row.key());
            }
            return update.executeUpdate();
        }
    }

    private String where(Optional<Cursor> from, Optional<Cursor> to) {
        return "(" + fill.condition() + ")"
                + from.map(row -> " and " + order.behind()).orElse("")
                + to.map(row -> " and " + order.upTo()).orElse("");
    }

    private int update(Optional<Cursor> from, Optional<Cursor> to) throws SQLException {
        String sql = fill.sql(where(from, to));
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, bind(update, 1, from), to);
            return update.executeUpdate();
        }
    }

    /** @return the next free index */
    private int bind(PreparedStatement statement, int index, Optional<Cursor> row) throws SQLException {
        return row.isEmpty() ? index : values.bind(statement, index, order.parameters(), order.values(row.get()));
    }
}
