package dev.godwit.junit;

import dev.godwit.dialect.Dialects;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.rehearsal.ScratchSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A database that a test moves along the application's migrations, with rows. Not for use by several threads. */
public final class MigratingDatabase {

    private final MigrationSource source;
    private final Connection connection;
    private final ScratchSchema scratch;
    private final Engine engine;

    private MigratingDatabase(
            MigrationSource source, Connection connection, ScratchSchema scratch, ConnectionSource connections) {
        this.source = source;
        this.connection = connection;
        this.scratch = scratch;
        this.engine = Engine.of(
                source,
                connections,
                Options.DEFAULT.withSchema(scratch.name()).withPhase(Phase.ALL).withListener(event -> {}));
    }

    static MigratingDatabase open(MigrationSource source, ConnectionSource connections) {
        try {
            Connection connection = connections.open();
            ScratchSchema scratch = ScratchSchema.create(connection, Dialects.of(connection));
            return new MigratingDatabase(source, connection, scratch, connections);
        } catch (SQLException e) {
            throw JunitProblems.sql("the beginning of the test", e);
        }
    }

    /** The last migration that is applied; empty: none. */
    public Optional<String> head() {
        return engine.status().head();
    }

    /**
     * Applies the next migration.
     *
     * @return its version
     * @throws dev.godwit.engine.problem.EngineException when it cannot be applied to these rows
     * @throws IllegalStateException when there is none
     */
    public String up() {
        List<LedgerEntry> chain = source.ledger().entries();
        int next = head().map(version -> index(chain, version) + 1).orElse(0);
        if (next == chain.size()) {
            throw JunitProblems.nothingNext(head());
        }
        String version = chain.get(next).version().text();
        engine.migrate(Optional.of(version));
        return version;
    }

    private static int index(List<LedgerEntry> chain, String version) {
        return chain.stream().map(entry -> entry.version().text()).toList().indexOf(version);
    }

    /**
     * Takes the last migration back.
     *
     * @throws dev.godwit.engine.problem.EngineException when it cannot be taken back from these rows, or there is none
     */
    public void down() {
        engine.rollback(RollbackTarget.steps(1));
    }

    /**
     * Applies all migrations up to one.
     *
     * @throws dev.godwit.engine.problem.EngineException when there is no such version, or one cannot be applied
     */
    public void migrateTo(String version) {
        engine.migrate(Optional.of(version));
    }

    /**
     * Executes statements one by one, each committed.
     *
     * @throws IllegalStateException when the database refuses one
     */
    public void execute(String... statements) {
        for (String statement : statements) {
            try {
                Jdbc.execute(connection, statement);
            } catch (SQLException e) {
                throw JunitProblems.sql(statement, e);
            }
        }
    }

    /**
     * The rows of a query; column names are in small letters, and values as the driver gives them.
     *
     * @param values bound to the query's question marks
     * @throws IllegalStateException when the database refuses the query
     */
    public List<Map<String, Object>> rows(String query, Object... values) {
        try {
            return Jdbc.query(connection, query, MigratingDatabase::row, values);
        } catch (SQLException e) {
            throw JunitProblems.sql(query, e);
        }
    }

    private static Map<String, Object> row(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), row.getObject(i));
        }
        return values;
    }

    /** A connection that commits by itself, in the schema of the test; closed with it. */
    public Connection connection() {
        return connection;
    }

    void close() throws SQLException {
        try (connection) {
            scratch.close();
        }
    }
}
