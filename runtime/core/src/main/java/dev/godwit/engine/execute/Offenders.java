package dev.godwit.engine.execute;

import dev.godwit.engine.rows.Batches;
import dev.godwit.engine.rows.Position;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names the rows that make work on them fail, by trying each alone and taking it back. */
final class Offenders {

    private static final int NAMED = 10;
    private static final int TRIED = 1000;

    private final Session session;
    private final Batches batches;

    Offenders(Session session, Batches batches) {
        this.session = session;
        this.batches = batches;
    }

    /** What the database says about the row behind a position, which failed, and of some that follow. */
    Map<String, SQLException> from(Position start, StepFailure failure) throws SQLException {
        Map<String, SQLException> named = new LinkedHashMap<>();
        Position position = start;
        Optional<SQLException> error = Optional.of(failure.error());
        for (int i = 0; i < TRIED && named.size() < NAMED && !position.atEnd(); i++) {
            Position next = batches.skip(position);
            error.ifPresent(said -> named.put(batches.name(next), said));
            position = next;
            error = position.atEnd() ? Optional.empty() : tried(position);
        }
        return named;
    }

    private Optional<SQLException> tried(Position from) throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            batches.next(from, 1);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }
}
