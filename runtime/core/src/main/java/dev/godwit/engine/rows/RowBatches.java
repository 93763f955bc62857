package dev.godwit.engine.rows;

import dev.godwit.change.RowOperation;
import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.rows.CodedRows.Line;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transforms a table's rows by Java code, in the order of their key. */
final class RowBatches implements Batches {

    private final Connection connection;
    private final Transform transform;
    private final RowSql sql;
    private final ColumnValues values = new ColumnValues();
    private final CodedRows coded;
    private final List<TargetRows> targets;
    private final ReplacedValues replaced;

    RowBatches(Connection connection, Dialect dialect, String version, Work.Rows work) {
        this.connection = connection;
        this.transform = work.transform();
        this.replaced =
                new ReplacedValues(connection, dialect, transform.table(), transform.key(), work.keeping(), values);
        this.sql = new RowSql(dialect, transform);
        this.coded = new CodedRows(connection, version, transform, values);
        this.targets = transform.targets().stream()
                .map(target -> new TargetRows(connection, dialect, target))
                .toList();
    }

    @Override
    public QualifiedName table() {
        return transform.table();
    }

    @Override
    public Position next(Position from, int rows) throws SQLException {
        List<Line> lines = read(from, rows, coded::line);
        if (lines.isEmpty()) {
            return from.ended(0);
        }
        Cursor last = new Cursor(lines.get(lines.size() - 1).key());
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
        List<List<Object>> keys = read(from, 1, coded::key);
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

    private void write(List<Line> lines) throws SQLException {
        List<RowOperation> others = new ArrayList<>();
        Map<Line, Map<Identifier, Object>> computed = new LinkedHashMap<>();
        lines.forEach(line -> computed.put(line, coded.compute(line, others)));
        if (!transform.writes().isEmpty()) {
            coded.write(sql.update(), computed);
        }
        for (TargetRows target : targets) {
            target.write(others);
        }
    }
}
