package dev.godwit.engine;

import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.engine.store.JournalRow.State;
import dev.godwit.ledger.Ledger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Takes somebody's word for whether a step took effect. */
final class Repair {

    private final Session session;

    Repair(Session session) {
        this.session = session;
    }

    /** The step that was begun and of which the journal does not say how it ended. */
    static Optional<JournalRow> open(Interruption interruption) {
        return interruption.attempt().open().filter(row -> row.state() == State.INTENT);
    }

    /**
     * Writes the answer to the journal.
     *
     * @return the step that was waiting
     * @throws dev.godwit.engine.problem.EngineException when none is waiting
     */
    String apply(Answer answer, Ledger ledger) throws SQLException {
        Standing standing = Standing.of(ledger, session.history().read(session.connection()));
        Optional<JournalRow> last = session.journal().last(session.connection());
        JournalRow open = Interruption.find(session.connection(), session.journal(), standing, last)
                .flatMap(Repair::open)
                .orElseThrow(ExecutionProblems::nothingToRepair);
        switch (answer) {
            case DONE ->
                session.journal()
                        .mark(session.connection(), open.id(), State.CONFIRMED, false, Duration.ZERO, session.run());
            case UNDONE -> session.journal().fail(session.connection(), open.id(), "not executed, as a user said");
        }
        return open.what();
    }
}
