package dev.godwit.engine.rows;

import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.problem.EngineException;
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
import java.util.function.BiConsumer;

/**
 * Transforms by Java code the rows that a column marks, in the order of their key, while others write them. Which rows
 * these are is read without a lock; they are locked by their keys, as whoever writes one of them locks it, and looked at
 * again then.
 */
public final class DueRows implements Batches {

    private static final int ROWS_PER_STATEMENT = 500;

    private final Connection connection;
    private final Transform transform;
    private final RowSql sql;
    private final DueSql dueSql;
    private final int due;
    private final ColumnValues values = new ColumnValues();
    private final CodedRows coded;
    private final BiConsumer<String, EngineException> failed;

    /** @param failed takes the name of a row for which the code throws, and why; the row stays marked */
    public DueRows(
            Connection connection,
            Dialect dialect,
            String version,
            Work.Rows work,
            BiConsumer<String, EngineException> failed) {
        Work.Due which = work.due().orElseThrow();
        this.connection = connection;
        this.transform = work.transform();
        this.sql = new RowSql(dialect, transform);
        this.dueSql = new DueSql(dialect, transform, sql, which);
        this.due = which.value();
        this.coded = new CodedRows(connection, version, transform, values);
        this.failed = failed;
    }

    @Override
    public QualifiedName table() {
        return transform.table();
    }

    @Override
    public Position next(Position from, int rows) throws SQLException {
        List<Cursor> keys = keys(from, rows);
        if (keys.isEmpty()) {
            return from.ended(0);
        }
        int done = 0;
        for (int first = 0; first < keys.size(); first += ROWS_PER_STATEMENT) {
            done += transform(keys.subList(first, Math.min(keys.size(), first + ROWS_PER_STATEMENT)));
        }
        Position reached = from.moved(keys.get(keys.size() - 1), done);
        return keys.size() < rows ? reached.ended(0) : reached;
    }

    @Override
    public String name(Position reached) {
        return reached.last().map(row -> row.text(transform.key())).orElse("the first row");
    }

    @Override
    public Position skip(Position from) throws SQLException {
        List<Cursor> keys = keys(from, 1);
        return keys.isEmpty() ? from.ended(0) : from.moved(keys.get(0), 0);
    }

    private List<Cursor> keys(Position from, int rows) throws SQLException {
        values.learn(connection, sql.types(), sql.columns());
        Optional<Cursor> last = from.last();
        try (PreparedStatement select = connection.prepareStatement(dueSql.keys(last.isPresent()))) {
            int index = last.isEmpty()
                    ? 1
                    : values.bind(
                            select, 1, sql.order().parameters(), sql.order().values(last.get()));
            select.setInt(index, rows);
            List<Cursor> keys = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    keys.add(new Cursor(coded.key(result)));
                }
            }
            return keys;
        }
    }

    private int transform(List<Cursor> keys) throws SQLException {
        Map<Line, Map<Identifier, Object>> computed = new LinkedHashMap<>();
        for (Line line : lock(keys)) {
            try {
                computed.put(line, coded.compute(line, new ArrayList<>()));
            } catch (EngineException e) {
                failed.accept(coded.name(line), e);
            }
        }
        coded.write(dueSql.update(), computed);
        return computed.size();
    }

    /** Those of the rows that are still marked. */
    private List<Line> lock(List<Cursor> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(dueSql.lock(keys.size()))) {
            int index = 1;
            for (Cursor key : keys) {
                index = values.bind(select, index, transform.key(), key.key());
            }
            List<Line> lines = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    if (result.getInt(dueSql.markIndex()) == due) {
                        lines.add(coded.line(result));
                    }
                }
            }
            return lines;
        }
    }
}
