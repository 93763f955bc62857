package dev.godwit.engine.rows;

import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.rows.CodedRows.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs Java code over all rows of a table, which it locks none of, and throws away what it computes. */
public final class CodeTrial {

    private static final int ROWS = 1000;
    private static final int NAMED = 20;

    private final Connection connection;
    private final RowSql sql;
    private final ColumnValues values = new ColumnValues();
    private final CodedRows coded;
    private final Map<String, String> named = new LinkedHashMap<>();
    private long failed;

    public CodeTrial(Connection connection, Dialect dialect, String version, Transform code) {
        this.connection = connection;
        this.sql = new RowSql(dialect, code);
        this.coded = new CodedRows(connection, version, code, values);
    }

    /**
     * The rows for which the code throws.
     *
     * @param rows how many
     * @param named some of them, each with what was thrown
     */
    public record Result(long rows, Map<String, String> named) {

        public Result {
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }
    }

    public Result run() throws SQLException {
        Optional<Cursor> last = Optional.empty();
        while (true) {
            List<Line> lines = read(last);
            lines.forEach(this::compute);
            if (lines.size() < ROWS) {
                return new Result(failed, named);
            }
            last = Optional.of(new Cursor(lines.get(lines.size() - 1).key()));
        }
    }

    private List<Line> read(Optional<Cursor> last) throws SQLException {
        values.learn(connection, sql.readTypes(), sql.read());
        try (PreparedStatement select = connection.prepareStatement(sql.look(last.isPresent()))) {
            int index = last.isEmpty()
                    ? 1
                    : values.bind(
                            select, 1, sql.order().parameters(), sql.order().values(last.get()));
            select.setInt(index, ROWS);
            List<Line> lines = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    lines.add(coded.line(result));
                }
            }
            return lines;
        }
    }

    private void compute(Line line) {
        try {
            coded.compute(line, new ArrayList<>());
        } catch (EngineException e) {
            failed++;
            if (named.size() < NAMED) {
                named.put(coded.name(line), String.valueOf(e.getCause()));
            }
        }
    }
}
