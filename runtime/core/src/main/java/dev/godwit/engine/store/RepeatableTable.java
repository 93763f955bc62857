package dev.godwit.engine.store;

import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** The table of repeatables: which text of each this database has run. */
public final class RepeatableTable {

    private static final String COLUMNS =
            "name, seal, needs, reads_tables, drops, ran_at, duration_ms, run_id, godwit_version, format";

    /** Between the entries of a list; in no name, and in no line of a file. */
    private static final String SEPARATOR = "\n";

    private final String table;

    public RepeatableTable(Names names) {
        this.table = names.repeatable();
    }

    /** @throws dev.godwit.engine.problem.EngineException when a row was written by a newer Godwit */
    public List<RepeatableRow> read(Connection connection) throws SQLException {
        return Jdbc.query(connection, "select %s from %s order by name".formatted(COLUMNS, table), this::row);
    }

    private RepeatableRow row(ResultSet row) throws SQLException {
        if (row.getInt(10) > Format.CURRENT) {
            throw StoreProblems.newerRow(table, row.getString(1), row.getString(9));
        }
        return new RepeatableRow(
                row.getString(1),
                row.getString(2),
                list(row.getString(3)),
                list(row.getString(4)).stream().map(QualifiedName::of).toList(),
                list(row.getString(5)),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Duration.ofMillis(row.getLong(7)),
                row.getString(8),
                row.getString(9));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR));
    }

    private static String text(List<?> list) {
        return String.join(SEPARATOR, list.stream().map(Object::toString).toList());
    }

    /** Writes a row, in place of one of its name. */
    public void write(Connection connection, RepeatableRow row) throws SQLException {
        delete(connection, row.name());
        Jdbc.update(
                connection,
                "insert into %s (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(table, COLUMNS),
                row.name(),
                row.seal(),
                text(row.needs()),
                text(row.reads()),
                text(row.drops()),
                LocalDateTime.ofInstant(row.at(), ZoneOffset.UTC),
                row.took().toMillis(),
                row.run(),
                row.godwit(),
                Format.CURRENT);
    }

    /** Says that what a repeatable made is taken away. */
    public void unseal(Connection connection, String name) throws SQLException {
        Jdbc.update(connection, "update %s set seal = ? where name = ?".formatted(table), "", name);
    }

    public void delete(Connection connection, String name) throws SQLException {
        Jdbc.update(connection, "delete from %s where name = ?".formatted(table), name);
    }
}
