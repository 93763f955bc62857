package dev.godwit.engine.copy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Puts rows into a table, within the caller's transaction. */
interface Writer {

    void write(List<Line> lines) throws SQLException;

    /** The fastest way that the database and its driver have. */
    static Writer of(Connection connection, Dialect dialect, CopiedTable table) {
        Product product = new Product(dialect);
        boolean bulk = dialect.kind() == DatabaseKind.POSTGRESQL
                && table.columns().stream().noneMatch(product::isLargeObject);
        return bulk
                ? PostgresqlCopy.of(connection, dialect, table)
                        .<Writer>map(copy -> copy)
                        .orElseGet(() -> new InsertWriter(connection, dialect, table))
                : new InsertWriter(connection, dialect, table);
    }
}
