package dev.godwit.drift;

import dev.godwit.change.Change;
import dev.godwit.dialect.Dialect;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tables, sequences and types made to be read back, in the schemas where what they stand for belongs: in a transaction
 * that is rolled back, or, where DDL commits by itself, dropped on closing. Nobody else's objects are locked or touched.
 */
final class Scratch implements AutoCloseable {

    /** What the names of everything begin with that a scratch makes. */
    static final String PREFIX = "godwit_scratch_";

    private final Connection connection;
    private final Dialect dialect;
    private final Schema around;
    private final String token = UUID.randomUUID().toString().substring(0, 8);
    private final boolean autoCommit;
    private final Deque<Change> undos = new ArrayDeque<>();
    private Schema schema;
    private int number;

    /** @param around what the expected schema holds: types and schemas in it are there already */
    Scratch(Connection connection, Dialect dialect, Schema around) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.around = around;
        this.schema = around;
        this.autoCommit = connection.getAutoCommit();
        if (dialect.hasTransactionalDdl()) {
            connection.setAutoCommit(false);
        }
    }

    Schema around() {
        return around;
    }

    /** A name that nothing has. */
    Identifier name() {
        number++;
        return new Identifier(PREFIX + token + "_" + number, false);
    }

    /** A name that nothing has, beside another one. */
    QualifiedName name(QualifiedName beside) {
        return beside.withName(name());
    }

    /**
     * Creates something.
     *
     * @throws SQLException when the server refuses; then nothing of it is left
     */
    void create(Change change) throws SQLException {
        List<Change> inverse = change.inverse(schema);
        if (dialect.hasTransactionalDdl()) {
            Savepoint before = connection.setSavepoint();
            try {
                execute(change);
            } catch (SQLException e) {
                connection.rollback(before);
                throw e;
            }
        } else {
            inverse.forEach(undos::push);
            execute(change);
        }
        schema = change.apply(schema);
    }

    /** What the server says of everything that was created. */
    LiveSchema read(Set<String> schemas) throws SQLException {
        return Introspector.read(connection, schemas)
                .about(subject -> subject.regionMatches(
                        true, subject.lastIndexOf('.') + 1, PREFIX + token, 0, PREFIX.length() + token.length()));
    }

    private void execute(Change change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Step step : dialect.plan(List.of(change), () -> schema).steps()) {
                if (step.work() instanceof Work.Sql sql) {
                    statement.execute(sql.sql());
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (dialect.hasTransactionalDdl()) {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            return;
        }
        while (!undos.isEmpty()) {
            try {
                execute(undos.pop());
            } catch (SQLException e) {
                // What was refused was never there.
                continue;
            }
        }
    }
}
