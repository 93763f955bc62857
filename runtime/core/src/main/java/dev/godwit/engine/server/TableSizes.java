package dev.godwit.engine.server;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Looks up how big tables are. */
public record TableSizes(Connection connection, Server server, Dialect dialect) {

    /** Empty where there is no such table. */
    public Optional<TableSize> of(QualifiedName table) throws SQLException {
        return Jdbc.query(
                        connection,
                        server.sizeOfTable(),
                        row -> TableSize.of(row.getLong(1), row.getLong(2)),
                        table.schema()
                                .or(table::catalog)
                                .map(dialect::catalogName)
                                .orElse(null),
                        dialect.catalogName(table.name()))
                .stream()
                .findFirst();
    }
}
