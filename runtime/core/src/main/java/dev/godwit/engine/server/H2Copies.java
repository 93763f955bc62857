package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What an {@code ALTER TABLE} of H2 leaves behind that was killed while it copied a table.
 *
 * <p>It works in this order ({@code org.h2.command.ddl.AlterTableAlterColumn}): it makes {@code <table>_COPY_n_m} with
 * keys and indexes whose names begin with that name, fills it, drops the table, renames the copy, renames the keys and
 * indexes. Each commits by itself. So a copy beside its table is waste, and a copy without its table is the table.
 */
final class H2Copies {

    private static final String COPY = "_COPY_[0-9]+_[0-9]+$";
    private static final String PREFIX = "^.+_COPY_[0-9]+_[0-9]+_";

    private final Connection connection;

    H2Copies(Connection connection) {
        this.connection = connection;
    }

    private record Name(String copy, String original) {}

    private record Named(String table, String name, String original) {}

    void sweep() throws SQLException {
        List<String> tables = Jdbc.query(
                connection,
                "select table_name from information_schema.tables where table_schema = current_schema",
                row -> row.getString(1));
        for (String table : tables) {
            Name name = new Name(table, table.replaceAll(COPY, ""));
            if (!name.copy.equals(name.original)) {
                settle(name, tables.contains(name.original));
            }
        }
        constraints();
        indexes();
    }

    private void settle(Name name, boolean originalIsThere) throws SQLException {
        Jdbc.execute(
                connection,
                originalIsThere
                        ? "drop table %s cascade".formatted(quote(name.copy))
                        : "alter table %s rename to %s".formatted(quote(name.copy), quote(name.original)));
    }

    private void constraints() throws SQLException {
        for (Named one : named("select table_name, constraint_name from information_schema.table_constraints"
                + " where constraint_schema = current_schema")) {
            Jdbc.execute(
                    connection,
                    "alter table %s rename constraint %s to %s"
                            .formatted(quote(one.table), quote(one.name), quote(one.original)));
        }
    }

    private void indexes() throws SQLException {
        for (Named one : named("select table_name, index_name from information_schema.indexes"
                + " where index_schema = current_schema")) {
            Jdbc.execute(connection, "alter index %s rename to %s".formatted(quote(one.name), quote(one.original)));
        }
    }

    private List<Named> named(String query) throws SQLException {
        return Jdbc.query(connection, query, row -> named(row.getString(1), row.getString(2))).stream()
                .filter(one -> !one.name.equals(one.original))
                .toList();
    }

    private static Named named(String table, String name) {
        return new Named(table, name, name.replaceFirst(PREFIX, ""));
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
