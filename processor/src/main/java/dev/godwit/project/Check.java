package dev.godwit.project;

import dev.godwit.change.PreconditionException;
import dev.godwit.data.DataReplay;
import dev.godwit.data.ReferenceData;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.project.CheckReport.CheckedMigration;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replays the committed migrations in memory and holds them against the ledger and the snapshot. */
public final class Check {

    private final List<CheckedMigration> checked = new ArrayList<>();
    private final List<ProjectProblem> problems = new ArrayList<>();

    private final TestedMigrations tested;
    private ReferenceData data = ReferenceData.NONE;

    private Check(TestedMigrations tested) {
        this.tested = tested;
    }

    /**
     * Checks that the chain leads to the snapshot, that each {@code down} undoes its {@code up}, and that each migration
     * is the one that the ledger has sealed.
     *
     * @param chain every migration of the ledger, in its order
     * @param tested what {@code godwit:test} has seen
     */
    public static CheckReport of(Snapshot snapshot, List<RecordedMigration> chain, TestedMigrations tested) {
        return new Check(tested).check(snapshot, chain);
    }

    private CheckReport check(Snapshot snapshot, List<RecordedMigration> chain) {
        Optional<Version> head = chain.stream()
                .reduce((first, second) -> second)
                .map(RecordedMigration::entry)
                .map(LedgerEntry::version);
        if (!snapshot.head().equals(head)) {
            problems.add(ProjectMessages.headsDiffer(snapshot.head(), head));
        }
        chain.forEach(migration -> migration.broken().ifPresent(problems::add));
        replay(chain)
                .filter(schema -> !schema.equals(snapshot.schema()))
                .ifPresent(schema -> problems.add(
                        ProjectMessages.chainLeadsElsewhere(SchemaNames.differing(schema, snapshot.schema()))));
        if (checked.size() == chain.size() && !data.equals(snapshot.data())) {
            problems.add(ProjectMessages.chainLeadsToOtherRows(data, snapshot.data()));
        }
        return new CheckReport(checked, problems);
    }

    /** The schema that the chain leads to; empty when a migration does not apply. */
    private Optional<Schema> replay(List<RecordedMigration> chain) {
        Schema schema = Schema.EMPTY;
        for (RecordedMigration migration : chain) {
            try {
                Schema after = migration.applied(schema);
                ReferenceData rows =
                        DataReplay.after(schema, data, migration.recording().up());
                checked.add(new CheckedMigration(migration, schema, Proof.of(migration, tested)));
                migration.wayBack(schema, data, after).ifPresent(problems::add);
                schema = after;
                data = rows;
            } catch (PreconditionException e) {
                problems.add(ProjectMessages.doesNotApply(migration.entry(), e.getMessage()));
                return Optional.empty();
            }
        }
        return Optional.of(schema);
    }
}
