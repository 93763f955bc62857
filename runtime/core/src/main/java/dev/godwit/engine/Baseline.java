package dev.godwit.engine;

import dev.godwit.drift.Difference;
import dev.godwit.drift.Drift;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.problem.BaselineProblems;
import dev.godwit.engine.report.BaselineReport;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records migrations as applied on a database that is as they would have left it, without running them. */
final class Baseline {

    private final Ledger ledger;
    private final List<LedgerEntry> entries;

    /**
     * @param to the last migration to record; empty: the head
     * @throws dev.godwit.engine.problem.EngineException when the ledger has no migration
     */
    Baseline(Ledger ledger, Optional<LedgerEntry> to) {
        this.ledger = ledger;
        this.entries = Standing.of(ledger, List.of()).unapplied(to);
        if (entries.isEmpty()) {
            throw BaselineProblems.nothingToRecord();
        }
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    /** @throws dev.godwit.engine.problem.EngineException when the database has a history already */
    void requireFresh(Standing standing) {
        if (!standing.rows().isEmpty()) {
            throw BaselineProblems.hasHistory(standing.rows().keySet());
        }
    }

    /**
     * What a comparison says about recording.
     *
     * @param accepted differences that somebody knows of
     */
    BaselineReport judged(String database, Drift drift, Set<Difference> accepted) {
        boolean fits =
                accepted.containsAll(drift.differences()) && drift.notCompared().isEmpty();
        return new BaselineReport(
                database,
                fits ? entries.stream().map(entry -> entry.version().text()).toList() : List.of(),
                drift);
    }

    /** Records all at once. */
    void record(Session session) throws SQLException {
        requireFresh(Standing.of(ledger, session.history().read(session.connection())));
        session.commit(() -> {
            for (LedgerEntry entry : entries) {
                HistoryRow row = AppliedRow.of(entry, ledger).finished(session.run(), Instant.now(), Duration.ZERO);
                session.history().insert(session.connection(), row);
            }
        });
    }
}
