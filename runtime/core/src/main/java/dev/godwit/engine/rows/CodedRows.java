package dev.godwit.engine.rows;

import dev.godwit.change.RowOperation;
import dev.godwit.change.Transform;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.schema.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What passes between the rows of a table and the Java code that transforms them. */
final class CodedRows {

    private final Connection connection;
    private final String version;
    private final Transform transform;
    private final ColumnValues values;

    /** @param values knows the types of the columns when rows are read */
    CodedRows(Connection connection, String version, Transform transform, ColumnValues values) {
        this.connection = connection;
        this.version = version;
        this.transform = transform;
        this.values = values;
    }

    /** A row by its key, with what was read of it. */
    record Line(List<Object> key, Map<Identifier, Object> read) {}

    /** The key, which comes first in a result. */
    List<Object> key(ResultSet rows) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < transform.key().size(); i++) {
            key.add(values.read(rows, i + 1, transform.key().get(i))
                    .orElseThrow(() -> ExecutionProblems.keyChanges(
                            version, transform.table().toString())));
        }
        return key;
    }

    /** The key, and behind it what the code reads. */
    Line line(ResultSet rows) throws SQLException {
        List<Object> key = key(rows);
        Map<Identifier, Object> read = new HashMap<>();
        for (int i = 0; i < transform.reads().size(); i++) {
            Identifier column = transform.reads().get(i);
            values.read(rows, key.size() + i + 1, column).ifPresent(value -> read.put(column, value));
        }
        return new Line(key, read);
    }

    /**
     * What the code makes of a row.
     *
     * @param others takes what it does to other rows
     * @throws dev.godwit.engine.problem.EngineException when it throws
     */
    Map<Identifier, Object> compute(Line line, List<RowOperation> others) {
        try {
            return transform.code().apply(line.read, others::add);
        } catch (Exception | LinkageError e) {
            throw ExecutionProblems.rowFailed(version, transform.table().toString(), name(line), e);
        }
    }

    /** The row as people name it. */
    String name(Line line) {
        return new Cursor(line.key).text(transform.key());
    }

    /**
     * Writes what was computed, all at once.
     *
     * @param update of one row: the columns written, then the key
     */
    void write(String update, Map<Line, Map<Identifier, Object>> computed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (Map.Entry<Line, Map<Identifier, Object>> row : computed.entrySet()) {
                int index = 1;
                for (Identifier column : transform.writes()) {
                    values.bind(
                            statement,
                            index++,
                            column,
                            Optional.ofNullable(row.getValue().get(column)));
                }
                values.bind(statement, index, transform.key(), row.getKey().key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
