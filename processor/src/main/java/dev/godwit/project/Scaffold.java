package dev.godwit.project;

import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.DataMigrationSource;
import dev.godwit.source.MigrationName;
import dev.godwit.source.MigrationText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A migration that does nothing yet, to be filled in and sealed. */
public final class Scaffold {

    private Scaffold() {}

    /**
     * Puts an empty migration behind the head, with handles of tables as they stand there.
     *
     * @param name the migration's name
     * @param tables as users write names
     * @throws ProjectException when snapshot and ledger do not belong together, when the name is none, or when there is
     *     no such table
     */
    public static Acceptance of(
            Snapshot snapshot, Ledger ledger, String name, Optional<String> why, List<String> tables, Instant now) {
        Acceptance.requireSameHead(snapshot, ledger);
        MigrationName given = Acceptance.given(name);
        List<Table> found =
                tables.stream().map(table -> table(snapshot.schema(), table)).toList();
        Version version = ledger.nextVersion(now);
        String packageName = snapshot.settings().migrationsPackage();
        String simpleName = "V%s__%s".formatted(version, given.camelCase());
        MigrationText text = new MigrationText(
                packageName,
                simpleName,
                version.text(),
                snapshot.head().map(Version::text),
                given.description(),
                why,
                snapshot.schema(),
                List.of(),
                List.of());
        Ledger after = ledger.plus(
                version, Acceptance.className(packageName, simpleName), Fingerprint.of(List.of(), List.of()));
        return new Acceptance(
                after.head(),
                Optional.of(DataMigrationSource.of(text, found)),
                snapshot.at(version, snapshot.schema(), snapshot.data()),
                after);
    }

    private static Table table(Schema schema, String name) {
        return schema.table(QualifiedName.of(name))
                .orElseThrow(() -> new ProjectException(
                        ProjectMessages.unknownTable(name, schema.tables().keySet())));
    }
}
