package dev.godwit.project;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.change.Transform;
import dev.godwit.data.DataReplay;
import dev.godwit.data.ReferenceData;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.LedgerException;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A committed migration with what it records.
 *
 * @param entry its line in the ledger
 */
public record RecordedMigration(LedgerEntry entry, Recording recording) {

    /** The schema after {@code up}. @throws PreconditionException when it does not fit the schema */
    Schema applied(Schema before) {
        return replayed(recording.up(), before);
    }

    /** What keeps {@code down} from leading back; empty when it does, or when it says that there is no way back. */
    Optional<ProjectProblem> wayBack(Schema before, Schema after) {
        if (recording.noWayBack().isPresent()) {
            return Optional.empty();
        }
        try {
            Schema back = replayed(recording.down(), after);
            return back.equals(before)
                    ? Optional.empty()
                    : Optional.of(ProjectMessages.doesNotComeBack(
                            entry,
                            "it leaves other definitions of %s.".formatted(SchemaNames.differing(before, back))));
        } catch (PreconditionException e) {
            return Optional.of(ProjectMessages.doesNotComeBack(entry, e.getMessage()));
        }
    }

    /** As {@link #wayBack(Schema, Schema)}, with the rows that belong to the schema before. */
    Optional<ProjectProblem> wayBack(Schema before, ReferenceData rows, Schema after) {
        return wayBack(before, after)
                .or(() -> recording.noWayBack().isPresent() ? Optional.empty() : rows(before, rows));
    }

    private Optional<ProjectProblem> rows(Schema before, ReferenceData rows) {
        try {
            return DataReplay.thereAndBack(before, rows, recording.up(), recording.down())
                            .equals(rows)
                    ? Optional.empty()
                    : Optional.of(ProjectMessages.doesNotComeBack(
                            entry, "it leaves other rows that belong to the schema than there were."));
        } catch (PreconditionException e) {
            return Optional.of(ProjectMessages.doesNotComeBack(entry, e.getMessage()));
        }
    }

    /** Java code that moves rows and an empty {@code down}: nobody said how they come back, or that they do not. */
    Optional<ProjectProblem> rowsBack() {
        boolean movesRows = recording.up().stream().anyMatch(Transform.class::isInstance);
        return movesRows && recording.down().isEmpty()
                ? Optional.of(ProjectMessages.saysNothingOfRows(entry))
                : Optional.empty();
    }

    /** What is not as the ledger has sealed it; empty when all is. */
    Optional<ProjectProblem> broken() {
        Fingerprint sealed = entry.fingerprint();
        try {
            Fingerprint now = Fingerprint.of(sealed.rule(), recording.up(), recording.down());
            List<String> parts = new ArrayList<>();
            if (!now.up().equals(sealed.up())) {
                parts.add("up");
            }
            if (!now.down().equals(sealed.down())) {
                parts.add("down");
            }
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ProjectMessages.edited(entry, String.join(" and the ", parts)));
        } catch (LedgerException e) {
            return Optional.of(
                    ProjectMessages.newerFingerprint(entry, e.problem().text()));
        }
    }

    private static Schema replayed(List<Change> changes, Schema before) {
        Schema schema = before;
        for (Change change : changes) {
            schema = change.apply(schema);
        }
        return schema;
    }
}
