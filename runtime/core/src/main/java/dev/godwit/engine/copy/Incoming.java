package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.rows.Batches;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of all tables on their way from another database. */
public final class Incoming implements Function<QualifiedName, Batches>, AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final CopySource source;
    private final Map<QualifiedName, CopiedTable> tables;
    private final List<CopyBatches> begun = new ArrayList<>();

    /** @param connection to the database that gets the rows */
    public Incoming(Connection connection, Dialect dialect, CopySource source, List<CopiedTable> tables) {
        this.connection = connection;
        this.dialect = dialect;
        this.source = source;
        this.tables = tables.stream().collect(Collectors.toMap(CopiedTable::name, Function.identity()));
    }

    @Override
    public Batches apply(QualifiedName table) {
        CopyBatches batches = new CopyBatches(connection, dialect, source, tables.get(table));
        begun.add(batches);
        return batches;
    }

    /** Ends what is still being read, whatever became of it. */
    @Override
    public void close() throws SQLException {
        for (CopyBatches batches : begun) {
            batches.close();
        }
    }
}
