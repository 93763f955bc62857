package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;

/** Sequences and identity columns: they go on in the copy where they are in the source. */
public final class Counters {

    private final CopySource source;
    private final CopySource target;

    public Counters(CopySource source, CopySource target) {
        this.source = source;
        this.target = target;
    }

    public void set(Schema schema) throws SQLException {
        for (Sequence sequence : schema.sequences().values()) {
            Jdbc.execute(target.connection(), restart(sequence.name(), next(sequence)));
        }
        for (Table table : schema.tables().values()) {
            for (Identifier column : table.columns().keySet()) {
                if (table.columns().get(column).identity()) {
                    Jdbc.execute(target.connection(), restart(table.name(), column, next(table.name(), column)));
                }
            }
        }
    }

    private long next(Sequence sequence) throws SQLException {
        Dialect dialect = source.dialect();
        String name = dialect.quote(sequence.name());
        return switch (dialect.kind()) {
            case POSTGRESQL ->
                number("select case when is_called then last_value + %d else last_value end from %s"
                        .formatted(sequence.increment(), name));
            case MARIADB -> number("select next_not_cached_value from " + name);
            case MYSQL -> number("select next_val from " + name);
            case H2 ->
                number(
                        "select base_value from information_schema.sequences where sequence_schema = coalesce(?, schema()) "
                                + "and sequence_name = ?",
                        schema(sequence.name()),
                        dialect.catalogName(sequence.name().name()));
        };
    }

    private String restart(QualifiedName sequence, long next) {
        Dialect dialect = target.dialect();
        String name = dialect.quote(sequence);
        return switch (dialect.kind()) {
            case POSTGRESQL -> "select setval(%s, %d, false)".formatted(dialect.literal(name), next);
            case MARIADB, H2 -> "alter sequence %s restart with %d".formatted(name, next);
            case MYSQL -> "update %s set next_val = %d".formatted(name, next);
        };
    }

    /** The next value of an identity column: above the largest one, even where the counter is behind. */
    private long next(QualifiedName table, Identifier column) throws SQLException {
        Dialect dialect = source.dialect();
        long largest = number(
                "select coalesce(max(%s), 0) + 1 from %s".formatted(dialect.quote(column), dialect.quote(table)));
        return Math.max(largest, counter(dialect, table, column));
    }

    private long counter(Dialect dialect, QualifiedName table, Identifier column) throws SQLException {
        return switch (dialect.kind()) {
            case POSTGRESQL -> {
                String sequence = Jdbc.text(
                                source.connection(),
                                "select pg_get_serial_sequence(?, ?)",
                                dialect.quote(table),
                                dialect.catalogName(column))
                        .orElse("");
                yield sequence.isEmpty()
                        ? 1
                        : number("select case when is_called then last_value + 1 else last_value end from " + sequence);
            }
            case MARIADB, MYSQL ->
                number(
                        "select coalesce(auto_increment, 1) from information_schema.tables "
                                + "where table_schema = coalesce(?, database()) and table_name = ?",
                        schema(table),
                        dialect.catalogName(table.name()));
            case H2 ->
                number(
                        "select coalesce(identity_base, 1) from information_schema.columns "
                                + "where table_schema = coalesce(?, schema()) and table_name = ? and column_name = ?",
                        schema(table),
                        dialect.catalogName(table.name()),
                        dialect.catalogName(column));
        };
    }

    private String restart(QualifiedName table, Identifier column, long next) {
        Dialect dialect = target.dialect();
        String name = dialect.quote(table);
        return switch (dialect.kind()) {
            case POSTGRESQL ->
                "select setval(pg_get_serial_sequence(%s, %s), %d, false)"
                        .formatted(dialect.literal(name), dialect.literal(dialect.catalogName(column)), next);
            case MARIADB, MYSQL -> "alter table %s auto_increment = %d".formatted(name, next);
            case H2 -> "alter table %s alter column %s restart with %d".formatted(name, dialect.quote(column), next);
        };
    }

    /** Null, where the name says none: what SQL's {@code coalesce} takes. */
    private Object schema(QualifiedName name) {
        return name.schema()
                .or(name::catalog)
                .map(source.dialect()::catalogName)
                .orElse(null);
    }

    private long number(String sql, Object... values) throws SQLException {
        Connection connection = source.connection();
        return Jdbc.query(connection, sql, row -> row.getLong(1), values).get(0);
    }
}
