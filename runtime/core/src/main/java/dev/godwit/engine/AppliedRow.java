package dev.godwit.engine;

import dev.godwit.engine.chain.Descriptions;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The row of the history that says that a migration is applied. */
final class AppliedRow {

    private AppliedRow() {}

    /** The row without what only the run knows that finishes the migration. */
    static HistoryRow of(LedgerEntry entry, Ledger ledger) {
        Optional<String> head = ledger.head().map(last -> last.version().text());
        return new HistoryRow(
                entry.version().text(),
                Descriptions.of(entry.className()),
                entry.className(),
                entry.after().map(Version::text),
                entry.fingerprint(),
                State.APPLIED,
                false,
                Instant.EPOCH,
                Duration.ZERO,
                "",
                GodwitVersion.CURRENT,
                head.orElse(""),
                false);
    }
}
