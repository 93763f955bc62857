package dev.godwit.rehearsal;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.Dialects;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.ConnectionProblems;
import dev.godwit.engine.server.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tries a chain of migrations on a scratch database with rows: every {@code up}, its {@code down}, {@code up} again,
 * holding the live schema against what the changes say at each stop, and the rows against what they were.
 *
 * <p>It works in a schema of its own and drops it at the end. Schemas that migrations name themselves are not in it.
 */
public final class Rehearsal {

    /** As many rows for each table, unless stated. */
    public static final int ROWS = 3;

    private static final int MOST_ROWS = 9;

    private final MigrationSource source;
    private final ConnectionSource connections;
    private final int rows;

    private Rehearsal(MigrationSource source, ConnectionSource connections, int rows) {
        this.source = source;
        this.connections = connections;
        this.rows = rows;
    }

    /** A rehearsal of these migrations on this database. */
    public static Rehearsal of(MigrationSource source, ConnectionSource connections) {
        return new Rehearsal(source, connections, ROWS);
    }

    /**
     * With this many rows in each table.
     *
     * @throws IllegalArgumentException when fewer than none or more than 9
     */
    public Rehearsal withRows(int other) {
        if (other < 0 || other > MOST_ROWS) {
            throw new IllegalArgumentException("From 0 to %d rows, not %d.".formatted(MOST_ROWS, other));
        }
        return new Rehearsal(source, connections, other);
    }

    /**
     * Carries it out, and stops at a migration that cannot be carried out.
     *
     * @throws dev.godwit.engine.problem.EngineException when the database cannot be used
     */
    public RehearsalReport run() {
        try (Connection connection = connections.open()) {
            Dialect dialect = Dialects.of(connection);
            try (ScratchSchema scratch = ScratchSchema.create(connection, dialect)) {
                Options options = Options.DEFAULT
                        .withSchema(scratch.name())
                        .withPhase(Phase.ALL)
                        .withListener(event -> {});
                Engine engine = Engine.of(source, connections, options);
                return new Stage(source, engine, connection, dialect, rows).play();
            }
        } catch (SQLException e) {
            throw ConnectionProblems.unreachable(e);
        }
    }
}
