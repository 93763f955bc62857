package dev.godwit.engine.store;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.engine.store.RetainedRow.State;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of retained things: what migrations dropped and this database still has. */
public final class RetainedTable {

    private static final String COLUMNS = "name, version, direction, kind, table_name, column_name, definition, state,"
            + " bytes, noted_at, run_id, format";

    private final String table;

    public RetainedTable(Names names) {
        this.table = names.retained();
    }

    /** All rows, the newest last. */
    public List<RetainedRow> read(Connection connection) throws SQLException {
        return Jdbc.query(connection, "select %s from %s order by noted_at, name".formatted(COLUMNS, table), this::row);
    }

    private RetainedRow row(ResultSet row) throws SQLException {
        if (row.getInt(12) > Format.CURRENT) {
            throw StoreProblems.newerTables(table, row.getInt(12), Format.CURRENT);
        }
        return new RetainedRow(
                row.getString(1),
                row.getString(2),
                value(row, 3, Direction.class),
                value(row, 4, Kind.class),
                QualifiedName.of(row.getString(5)),
                Optional.ofNullable(row.getString(6)).map(Identifier::of),
                row.getString(7),
                value(row, 8, State.class),
                bytes(row),
                row.getObject(10, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(11));
    }

    private <E extends Enum<E>> E value(ResultSet row, int column, Class<E> type) throws SQLException {
        String text = row.getString(column);
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StoreProblems.damagedRow(table, row.getString(1), type.getSimpleName(), text);
        }
    }

    private static OptionalLong bytes(ResultSet row) throws SQLException {
        long bytes = row.getLong(9);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    public void insert(Connection connection, RetainedRow row) throws SQLException {
        Jdbc.update(
                connection,
                "insert into %s (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(table, COLUMNS),
                row.name(),
                row.version(),
                RetainedRow.text(row.direction()),
                RetainedRow.text(row.kind()),
                row.table().toString(),
                row.column().map(Identifier::toString).orElse(null),
                row.definition(),
                RetainedRow.text(row.state()),
                row.bytes().isPresent() ? row.bytes().getAsLong() : null,
                LocalDateTime.ofInstant(row.at(), ZoneOffset.UTC),
                row.run(),
                Format.CURRENT);
    }

    /** Keeps how far a thing is. */
    public void update(Connection connection, RetainedRow row) throws SQLException {
        Jdbc.update(
                connection,
                "update %s set state = ?, noted_at = ?, run_id = ? where name = ?".formatted(table),
                RetainedRow.text(row.state()),
                LocalDateTime.ofInstant(row.at(), ZoneOffset.UTC),
                row.run(),
                row.name());
    }

    public void delete(Connection connection, RetainedRow row) throws SQLException {
        Jdbc.update(connection, "delete from %s where name = ?".formatted(table), row.name());
    }
}
