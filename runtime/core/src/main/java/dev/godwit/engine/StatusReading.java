package dev.godwit.engine;

import dev.godwit.engine.chain.Descriptions;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.repeat.Repeatables;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.RepeatableStatus;
import dev.godwit.engine.report.StatusReport;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of each migration where it stands on a database. */
final class StatusReading {

    private final Look look;
    private final Ledger ledger;

    StatusReading(Look look, Ledger ledger) {
        this.look = look;
        this.ledger = ledger;
    }

    /** @param open what is held back */
    StatusReport read(String database, List<OpenPhase> open) {
        Standing standing = look.standing();
        Optional<JournalRow> last = look.lastJournalRow();
        Optional<Interruption> interruption = look.interruption(standing);
        List<MigrationStatus> migrations = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            migrations.add(standing.row(entry)
                    .map(row -> applied(entry, row))
                    .or(() -> replaced(entry, standing))
                    .orElseGet(() -> unapplied(entry, last, interruption)));
        }
        MigrationState beyond = look.later(standing).isEmpty() ? MigrationState.UNKNOWN : MigrationState.LATER;
        standing.unknown()
                .forEach(version -> migrations.add(status(standing.rows().get(version), beyond)));
        List<LedgerEntry> applied = standing.applied();
        Optional<String> head = applied.isEmpty()
                ? Optional.empty()
                : Optional.of(applied.get(applied.size() - 1).version().text());
        Repeatables repeatables = new Repeatables(ledger.repeatables(), look.repeatables());
        return new StatusReport(
                database,
                head,
                migrations,
                open,
                ledger.repeatables().stream()
                        .map(line -> new RepeatableStatus(line.name(), repeatables.state(line)))
                        .toList());
    }

    private static MigrationStatus applied(LedgerEntry entry, HistoryRow row) {
        boolean same = row.fingerprint().sameUp(entry.fingerprint());
        MigrationState state = row.underWay() ? MigrationState.INTERRUPTED : state(row.state());
        return status(row, state == MigrationState.APPLIED && !same ? MigrationState.EDITED : state);
    }

    /** How far a migration is of which the history says so. */
    static MigrationState state(State state) {
        return switch (state) {
            case APPLIED -> MigrationState.APPLIED;
            case FILLING -> MigrationState.FILLING;
            case EXPANDED -> MigrationState.EXPANDED;
            case COPYING -> MigrationState.COPYING;
            case REVERTING -> MigrationState.REVERTING;
            case RECEDED -> MigrationState.RECEDED;
        };
    }

    /** A squash of which the database has all that it replaces, applied when the last of them was. */
    private static Optional<MigrationStatus> replaced(LedgerEntry entry, Standing standing) {
        List<HistoryRow> rows = standing.isReplaced(entry) ? standing.replacedRows(entry) : List.of();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new MigrationStatus(
                        entry.version().text(),
                        Descriptions.of(entry.className()),
                        MigrationState.APPLIED,
                        Optional.of(rows.get(rows.size() - 1).appliedAt()),
                        Optional.empty(),
                        Optional.of(rows.get(rows.size() - 1).run()),
                        Optional.empty()));
    }

    private static MigrationStatus status(HistoryRow row, MigrationState state) {
        return new MigrationStatus(
                row.version(),
                row.description(),
                state,
                Optional.of(row.appliedAt()),
                Optional.of(row.took()),
                Optional.of(row.run()),
                Optional.empty());
    }

    private static MigrationStatus unapplied(
            LedgerEntry entry, Optional<JournalRow> last, Optional<Interruption> interruption) {
        String version = entry.version().text();
        Optional<JournalRow> own =
                last.filter(row -> row.version().equals(version)).filter(row -> row.direction() == Direction.UP);
        boolean begun =
                interruption.filter(what -> what.version().equals(version)).isPresent();
        MigrationState state =
                begun ? MigrationState.INTERRUPTED : own.isPresent() ? MigrationState.FAILED : MigrationState.UNAPPLIED;
        return new MigrationStatus(
                version,
                Descriptions.of(entry.className()),
                state,
                Optional.empty(),
                Optional.empty(),
                own.map(JournalRow::run),
                own.flatMap(JournalRow::error));
    }
}
