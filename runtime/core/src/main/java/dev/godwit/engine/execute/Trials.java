package dev.godwit.engine.execute;

import dev.godwit.engine.rows.Batches;
import dev.godwit.engine.rows.Position;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Trial;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Computes values for every row, and finds those for which that fails. Nothing of it stays. */
final class Trials {

    private static final int BATCH = 5_000;
    private static final int COUNTED = 1_000;

    private final Session session;

    Trials(Session session) {
        this.session = session;
    }

    /**
     * What came of it.
     *
     * @param invalid what the database says to the statement itself, whatever the rows
     * @param rows what it says to single ones, by their names
     * @param complete whether all rows were tried
     */
    record Result(Optional<SQLException> invalid, Map<String, SQLException> rows, boolean complete) {

        private static final Result FINE = new Result(Optional.empty(), Map.of(), true);
    }

    /** A user who may not create what this needs goes without: the rows are then met when they are filled. */
    Result run(Trial trial) throws SQLException {
        try {
            Jdbc.execute(session.connection(), trial.prepare());
        } catch (SQLException e) {
            if (session.server().failure(e) == Failure.NOT_ALLOWED) {
                return Result.FINE;
            }
            throw e;
        }
        try {
            Optional<SQLException> invalid = failure(
                    () -> Jdbc.update(session.connection(), trial.insert().update() + " where 1 = 0"));
            return invalid.isPresent()
                    ? new Result(invalid, Map.of(), false)
                    : trial.batched() ? batched(trial) : atOnce(trial);
        } finally {
            if (!session.connection().isClosed()) {
                Jdbc.execute(session.connection(), trial.cleanUp());
            }
        }
    }

    private Result atOnce(Trial trial) throws SQLException {
        return failure(() -> Jdbc.update(session.connection(), trial.insert().update()))
                .map(said -> new Result(Optional.empty(), Map.of("a row", said), false))
                .orElse(Result.FINE);
    }

    /** A batch that fails is tried in smaller parts, down to the single row. */
    private Result batched(Trial trial) throws SQLException {
        Batches batches = Batches.of(session.connection(), session.dialect(), trial.insert());
        Map<String, SQLException> rows = new LinkedHashMap<>();
        Position position = Position.START;
        int size = BATCH;
        while (!position.atEnd() && rows.size() < COUNTED) {
            Position from = position;
            int count = size;
            Position[] reached = {from};
            Optional<SQLException> said = failure(() -> reached[0] = batches.next(from, count));
            if (said.isEmpty()) {
                position = reached[0];
                size = Math.min(BATCH, size * 4);
            } else if (size > 1) {
                size = Math.max(1, size / 10);
            } else {
                position = batches.skip(from);
                rows.put(batches.name(position), said.get());
            }
        }
        return new Result(Optional.empty(), rows, position.atEnd());
    }

    /** What the database says to a statement, which is taken back in any case. */
    private Optional<SQLException> failure(Session.Action action) throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            session.server()
                    .enterTransaction(session.connection(), session.manners().lockTimeout());
            action.run();
            return Optional.empty();
        } catch (SQLException e) {
            if (session.server().failure(e) == Failure.STATEMENT) {
                return Optional.of(e);
            }
            throw e;
        } finally {
            if (!session.connection().isClosed()) {
                session.connection().rollback();
                session.connection().setAutoCommit(true);
            }
        }
    }
}
