package dev.godwit.engine.execute;

import dev.godwit.change.Transform;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.schema.Identifier;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Transforms a table's rows in the order of their key, some at a time, so that the work goes on where it was. */
final class RowBatches {

    private final Session session;
    private final String version;
    private final Transform transform;
    private final RowSql sql;

    RowBatches(Session session, String version, Transform transform) {
        this.session = session;
        this.version = version;
        this.transform = transform;
        this.sql = new RowSql(session.dialect(), transform);
    }

    /**
     * Where the work is.
     *
     * @param last the key of the last row; empty before the first
     * @param rows done so far in this run
     */
    record Position(Optional<Cursor> last, long rows, boolean atEnd) {
        static final Position START = new Position(Optional.empty(), 0, false);

        static Position after(Cursor cursor) {
            return new Position(Optional.of(cursor), 0, false);
        }
    }

    private record Line(List<Object> key, Map<Identifier, Object> read) {}

    /** How many rows lie behind a position, for progress. */
    OptionalLong rowsBehind(Position from) throws SQLException {
        Object[] bounds = from.last.map(Cursor::bounds).orElse(List.of()).toArray();
        return OptionalLong.of(
                Jdbc.query(session.connection(), sql.count(bounds.length > 0), row -> row.getLong(1), bounds)
                        .get(0));
    }

    /** Transforms the rows behind a position, as many as are committed at once. */
    Position next(Position from) throws SQLException {
        ColumnValues values = new ColumnValues();
        List<Line> lines = read(from, values);
        if (lines.isEmpty()) {
            return new Position(from.last, from.rows, true);
        }
        write(lines, values);
        Cursor last = new Cursor(lines.get(lines.size() - 1).key);
        int batch = session.manners().batch();
        return new Position(Optional.of(last), from.rows + lines.size(), lines.size() < batch);
    }

    private List<Line> read(Position from, ColumnValues values) throws SQLException {
        try (PreparedStatement select = session.connection().prepareStatement(sql.select(from.last.isPresent()))) {
            int index = 1;
            for (Object bound : from.last.map(Cursor::bounds).orElse(List.of())) {
                select.setObject(index++, bound);
            }
            select.setInt(index, session.manners().batch());
            try (ResultSet rows = select.executeQuery()) {
                values.learn(rows.getMetaData(), sql.columns());
                List<Line> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(line(rows, values));
                }
                return lines;
            }
        }
    }

    private Line line(ResultSet rows, ColumnValues values) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < transform.key().size(); i++) {
            key.add(values.read(rows, i + 1)
                    .orElseThrow(() -> ExecutionProblems.keyChanges(
                            version, transform.table().toString())));
        }
        Map<Identifier, Object> read = new HashMap<>();
        for (int i = 0; i < transform.reads().size(); i++) {
            Identifier column = transform.reads().get(i);
            values.read(rows, key.size() + i + 1).ifPresent(value -> read.put(column, value));
        }
        return new Line(key, read);
    }

    private void write(List<Line> lines, ColumnValues values) throws SQLException {
        try (PreparedStatement update = session.connection().prepareStatement(sql.update())) {
            for (Line line : lines) {
                Map<Identifier, Object> written = compute(line);
                int index = 1;
                for (Identifier column : transform.writes()) {
                    values.bind(update, index++, column, Optional.ofNullable(written.get(column)));
                }
                for (Object part : line.key) {
                    update.setObject(index++, part);
                }
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private Map<Identifier, Object> compute(Line line) {
        try {
            return transform.code().apply(line.read);
        } catch (Exception | LinkageError e) {
            throw ExecutionProblems.rowFailed(version, transform.table().toString(), key(line), e);
        }
    }

    private String key(Line line) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < line.key.size(); i++) {
            parts.add(transform.key().get(i) + " = " + line.key.get(i));
        }
        return String.join(", ", parts);
    }
}
