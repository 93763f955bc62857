package dev.godwit.engine.retain;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Questions about tables and columns on a live database, kept ones among them. */
final class Shelf {

    private final Connection connection;
    private final Server server;
    private final Dialect dialect;

    Shelf(Connection connection, Server server, Dialect dialect) {
        this.connection = connection;
        this.server = server;
        this.dialect = dialect;
    }

    /** Whether a table has rows; one that is not there yet may have some by the time that it matters. */
    boolean hasRows(QualifiedName table) throws SQLException {
        try {
            return Jdbc.test(connection, "select exists (select 1 from %s)".formatted(dialect.quote(table)));
        } catch (SQLException e) {
            if (server.failure(e) == Failure.NO_TABLE) {
                return true;
            }
            throw e;
        }
    }

    boolean hasTable(QualifiedName table) {
        return answers("select 1 from %s where 1 = 0".formatted(dialect.quote(table)));
    }

    boolean hasSequence(QualifiedName sequence) {
        return dialect.kind() == DatabaseKind.H2
                ? answers("select next value for " + dialect.quote(sequence) + " where 1 = 0")
                : answers("select 1 from %s where 1 = 0".formatted(dialect.quote(sequence)));
    }

    /** Whether a sequence has given a number; one that is not there yet may have by the time that it matters. */
    boolean isUsed(QualifiedName sequence) throws SQLException {
        String name = dialect.quote(sequence);
        String query = switch (dialect.kind()) {
            case POSTGRESQL -> "select is_called from " + name;
            case MARIADB -> "select next_not_cached_value <> start_value from " + name;
            case MYSQL -> "select true from " + name;
            case H2 ->
                "select base_value <> start_value from information_schema.sequences where sequence_name = "
                        + dialect.literal(dialect.catalogName(sequence.name()));
        };
        try {
            return Jdbc.test(connection, query);
        } catch (SQLException e) {
            if (server.failure(e) == Failure.NO_TABLE) {
                return true;
            }
            throw e;
        }
    }

    boolean hasColumn(QualifiedName table, Identifier column) {
        String name = dialect.quote(table);
        return answers("select %s.%s from %s where 1 = 0".formatted(name, dialect.quote(column), name));
    }

    private boolean answers(String query) {
        try {
            Jdbc.query(connection, query, row -> 1);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** What a table or column takes up, as far as the server's statistics tell. */
    OptionalLong bytes(Kind kind, QualifiedName table, Optional<Identifier> column) {
        boolean ofColumn = kind == Kind.COLUMN || kind == Kind.VALUES;
        Optional<String> query = ofColumn ? columnSize() : tableSize();
        if (query.isEmpty()) {
            return OptionalLong.empty();
        }
        String name =
                dialect.kind() == DatabaseKind.POSTGRESQL ? dialect.quote(table) : dialect.catalogName(table.name());
        Object[] values = column.filter(found -> ofColumn)
                .map(found -> new Object[] {name, dialect.catalogName(found)})
                .orElseGet(() -> new Object[] {name});
        try {
            List<Long> sizes = Jdbc.query(connection, query.get(), row -> row.getLong(1), values);
            return sizes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sizes.get(0));
        } catch (SQLException e) {
            return OptionalLong.empty();
        }
    }

    private Optional<String> tableSize() {
        return Optional.of(
                switch (dialect.kind()) {
                    case POSTGRESQL -> "select pg_total_relation_size(cast(? as regclass))";
                    case MARIADB, MYSQL ->
                        "select data_length + index_length from information_schema.tables"
                                + " where table_schema = database() and table_name = ?";
                    case H2 -> "select disk_space_used(?)";
                });
    }

    private Optional<String> columnSize() {
        return switch (dialect.kind()) {
            case POSTGRESQL ->
                Optional.of("select cast(c.reltuples * s.avg_width as bigint) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname"
                        + " where c.oid = cast(? as regclass) and s.attname = ? and c.reltuples >= 0");
            case MARIADB, MYSQL, H2 -> Optional.empty();
        };
    }
}
