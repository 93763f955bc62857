package dev.godwit.project;

import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.diff.Differ;
import dev.godwit.diff.Difference;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Replaced;
import dev.godwit.ledger.Version;
import dev.godwit.model.Backfills;
import dev.godwit.model.Model;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.MigrationName;
import dev.godwit.source.MigrationSource;
import dev.godwit.source.MigrationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds migrations. Up to the first that holds SQL or states rows there can be no rows, so the schema there is simply created. From
 * then on every change stays as it is and where it is, since what the SQL does to rows is not known; only Java code,
 * which cannot be written down again, is left out where it would meet no rows.
 */
final class Squashing {

    private static final String NAME = "squash";

    private final Snapshot snapshot;
    private final Ledger ledger;
    private final List<SourcedMigration> folded;
    private final Optional<SourcedMigration> next;
    private final List<Change> up = new ArrayList<>();
    private final List<Change> down = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    Squashing(Snapshot snapshot, Ledger ledger, List<SourcedMigration> folded, Optional<SourcedMigration> next) {
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.folded = folded;
        this.next = next;
    }

    Squash squash(Wording wording) {
        Schema after = fold();
        MigrationFile squash = written(wording);
        requireProof(squash.entry(), after);
        Optional<Squash.Next> behind = next.map(migration -> new Squash.Next(
                migration,
                migration
                        .text()
                        .at(migration.entry().behind(Optional.of(squash.entry().version())))));
        return new Squash(squash, folded, behind, leftOut, snapshot(squash.entry()), ledger(squash.entry(), behind));
    }

    /** The schema that the folded migrations lead to. */
    private Schema fold() {
        int plain = (int) folded.stream().takeWhile(Squashing::isWithoutSql).count();
        Schema schema = Schema.EMPTY;
        for (SourcedMigration migration : folded.subList(0, plain)) {
            changes(migration).stream().filter(Transform.class::isInstance).forEach(code -> leaveOut(migration, code));
            schema = Branch.applied(migration.migration(), schema);
        }
        Difference created = Differ.between(
                new Snapshot(Optional.empty(), snapshot.settings(), Schema.EMPTY, Map.of()),
                new Model(schema, Map.of(), Set.of(), List.of(), Backfills.NONE));
        up.addAll(created.up());
        down.addAll(created.down());
        for (SourcedMigration migration : folded.subList(plain, folded.size())) {
            changes(migration).forEach(change -> append(migration, change));
            down.addAll(
                    0,
                    migration.migration().recording().down().stream()
                            .filter(change -> !(change instanceof Transform))
                            .toList());
            schema = Branch.applied(migration.migration(), schema);
        }
        return schema;
    }

    private static List<Change> changes(SourcedMigration migration) {
        return migration.migration().recording().up();
    }

    private static boolean bringsRows(Change change) {
        return change instanceof RunSql || change instanceof ChangeRows;
    }

    private static boolean isWithoutSql(SourcedMigration migration) {
        return changes(migration).stream().noneMatch(Squashing::bringsRows);
    }

    private void append(SourcedMigration migration, Change change) {
        if (!(change instanceof Transform)) {
            up.add(change);
            return;
        }
        boolean rows = up.stream()
                .filter(Squashing::bringsRows)
                .anyMatch(sql -> !sql.footprint().isDisjointFrom(change.footprint()));
        if (rows) {
            throw new ProjectException(ProjectMessages.codeBehindSql(migration.entry(), change.footprint()));
        }
        leaveOut(migration, change);
    }

    private void leaveOut(SourcedMigration migration, Change code) {
        leftOut.add("%s computes %s in Java: left out, since no rows are there when the squash runs"
                .formatted(
                        migration.entry().className(),
                        code.footprint().writes().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList()));
    }

    private MigrationFile written(Wording wording) {
        MigrationName name = Acceptance.given(wording.name().orElse(NAME));
        Version version = version();
        String packageName = snapshot.settings().migrationsPackage();
        String simpleName = "V%s__%s".formatted(version, name.camelCase());
        LedgerEntry entry = new LedgerEntry(
                version,
                Acceptance.className(packageName, simpleName),
                Optional.empty(),
                Fingerprint.of(up, down),
                folded.stream().map(SourcedMigration::entry).map(Replaced::of).toList());
        return new MigrationFile(
                entry,
                MigrationSource.of(new MigrationText(
                        packageName,
                        simpleName,
                        version.text(),
                        Optional.empty(),
                        name.description(),
                        wording.why(),
                        Schema.EMPTY,
                        up,
                        down)));
    }

    /** The first free version behind the last folded one, so that names sort as the chain does where they did. */
    private Version version() {
        Version version = folded.get(folded.size() - 1).version().next(Instant.EPOCH);
        while (ledger.entry(version).isPresent()) {
            version = version.next(Instant.EPOCH);
        }
        return version;
    }

    private void requireProof(LedgerEntry squash, Schema after) {
        RecordedMigration one = new RecordedMigration(squash, new Recording(up, down));
        Schema reached = Branch.applied(one, Schema.EMPTY);
        if (!reached.equals(after)) {
            throw new ProjectException(ProjectMessages.squashLeadsElsewhere(SchemaNames.differing(reached, after)));
        }
        one.wayBack(Schema.EMPTY, reached).ifPresent(problem -> {
            throw new ProjectException(problem);
        });
    }

    private Snapshot snapshot(LedgerEntry squash) {
        return next.isPresent() ? snapshot : snapshot.at(squash.version(), snapshot.schema(), snapshot.data());
    }

    private Ledger ledger(LedgerEntry squash, Optional<Squash.Next> behind) {
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(squash);
        behind.ifPresent(first -> entries.add(first.file().entry()));
        entries.addAll(ledger.entries()
                .subList(folded.size() + entries.size() - 1, ledger.entries().size()));
        return ledger.with(entries);
    }
}
