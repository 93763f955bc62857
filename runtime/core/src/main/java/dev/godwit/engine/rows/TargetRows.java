package dev.godwit.engine.rows;

import dev.godwit.change.RowOperation;
import dev.godwit.change.RowTarget;
import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes rows of one kind to one table, as one batch of a statement. */
final class TargetRows {

    private final Connection connection;
    private final RowTarget target;
    private final TargetSql sql;
    private final ColumnValues values = new ColumnValues();

    TargetRows(Connection connection, Dialect dialect, RowTarget target) {
        this.connection = connection;
        this.target = target;
        this.sql = new TargetSql(dialect, target);
    }

    /** @param all of which those of this target are written */
    void write(List<RowOperation> all) throws SQLException {
        List<RowOperation> own =
                all.stream().filter(each -> each.target().equals(target)).toList();
        if (own.isEmpty()) {
            return;
        }
        values.learn(connection, sql.types(), target.all().toList());
        try (PreparedStatement statement = connection.prepareStatement(sql.statement())) {
            for (RowOperation row : own) {
                int index = 1;
                for (Identifier column : sql.parameters()) {
                    values.bind(
                            statement,
                            index++,
                            column,
                            Optional.ofNullable(row.values().get(column)));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
