package dev.godwit.engine.rows;

import dev.godwit.change.RowOperation;
import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transforms a table's rows by Java code, in the order of their key. */
final class RowBatches implements Batches {

    private final Connection connection;
    private final String version;
    private final Transform transform;
    private final RowSql sql;
    private final ColumnValues values = new ColumnValues();
    private final List<TargetRows> targets;
    private final ReplacedValues replaced;

    RowBatches(Connection connection, Dialect dialect, String version, Work.Rows work) {
        this.connection = connection;
        this.version = version;
        this.transform = work.transform();
        this.replaced =
                new ReplacedValues(connection, dialect, transform.table(), transform.key(), work.keeping(), values);
        this.sql = new RowSql(dialect, transform);
        this.targets = transform.targets().stream()
                .map(target -> new TargetRows(connection, dialect, target))
                .toList();
    }

    private record Line(List<Object> key, Map<Identifier, Object> read) {}

    @Override
    public QualifiedName table() {
        return transform.table();
    }

    @Override
    public Position next(Position from, int rows) throws SQLException {
        List<Line> lines = read(from, rows, this::line);
        if (lines.isEmpty()) {
            return from.ended(0);
        }
        Cursor last = new Cursor(lines.get(lines.size() - 1).key);
        replaced.before(from.last(), Optional.of(last), "");
        write(lines);
        replaced.after(from.last(), Optional.of(last));
        Position reached = from.moved(last, lines.size());
        return lines.size() < rows ? reached.ended(0) : reached;
    }

    @Override
    public String name(Position reached) {
        return reached.last().map(row -> row.text(transform.key())).orElse("the first row");
    }

    @Override
    public Position skip(Position from) throws SQLException {
        List<List<Object>> keys = read(from, 1, this::key);
        return keys.isEmpty() ? from.ended(0) : from.moved(new Cursor(keys.get(0)), 1);
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(Position from, int rows, Reader<T> reader) throws SQLException {
        values.learn(connection, sql.types(), sql.columns());
        Optional<Cursor> last = from.last();
        try (PreparedStatement select = connection.prepareStatement(sql.select(last.isPresent()))) {
            int index = last.isEmpty()
                    ? 1
                    : values.bind(
                            select, 1, sql.order().parameters(), sql.order().values(last.get()));
            select.setInt(index, rows);
            try (ResultSet result = select.executeQuery()) {
                List<T> lines = new ArrayList<>();
                while (result.next()) {
                    lines.add(reader.read(result));
                }
                return lines;
            }
        }
    }

    private List<Object> key(ResultSet rows) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < transform.key().size(); i++) {
            key.add(values.read(rows, i + 1, transform.key().get(i))
                    .orElseThrow(() -> ExecutionProblems.keyChanges(
                            version, transform.table().toString())));
        }
        return key;
    }

    private Line line(ResultSet rows) throws SQLException {
        List<Object> key = key(rows);
        Map<Identifier, Object> read = new HashMap<>();
        for (int i = 0; i < transform.reads().size(); i++) {
            Identifier column = transform.reads().get(i);
            values.read(rows, key.size() + i + 1, column).ifPresent(value -> read.put(column, value));
        }
        return new Line(key, read);
    }

    private void write(List<Line> lines) throws SQLException {
        List<RowOperation> others = new ArrayList<>();
        List<Map<Identifier, Object>> computed =
                lines.stream().map(line -> compute(line, others)).toList();
        if (!transform.writes().isEmpty()) {
            update(lines, computed);
        }
        for (TargetRows target : targets) {
            target.write(others);
        }
    }

    private void update(List<Line> lines, List<Map<Identifier, Object>> computed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql.update())) {
            for (int i = 0; i < lines.size(); i++) {
                int index = 1;
                for (Identifier column : transform.writes()) {
                    values.bind(
                            update,
                            index++,
                            column,
                            Optional.ofNullable(computed.get(i).get(column)));
                }
                values.bind(update, index, transform.key(), lines.get(i).key);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private Map<Identifier, Object> compute(Line line, List<RowOperation> others) {
        try {
            return transform.code().apply(line.read, others::add);
        } catch (Exception | LinkageError e) {
            String key = new Cursor(line.key).text(transform.key());
            throw ExecutionProblems.rowFailed(version, transform.table().toString(), key, e);
        }
    }
}
