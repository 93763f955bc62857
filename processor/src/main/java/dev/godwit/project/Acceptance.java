package dev.godwit.project;

import dev.godwit.diff.Difference;
import dev.godwit.diff.Finding;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.model.Model;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.MigrationName;
import dev.godwit.source.MigrationSource;
import dev.godwit.source.MigrationText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a project's files are once a difference is accepted as a migration.
 *
 * @param migration the new migration; empty where nothing is pending, so that only the snapshot's notes are new
 * @param source the new migration's Java source
 * @param snapshot the snapshot after
 * @param ledger the ledger after
 * @param resealed whether the ledger has other lines although there may be no new migration
 */
public record Acceptance(
        Optional<LedgerEntry> migration, Optional<String> source, Snapshot snapshot, Ledger ledger, boolean resealed) {

    Acceptance(Optional<LedgerEntry> migration, Optional<String> source, Snapshot snapshot, Ledger ledger) {
        this(migration, source, snapshot, ledger, false);
    }

    /** With the repeatables as they are now. */
    public Acceptance with(RepeatableSeal seal) {
        return seal.isSealed()
                ? this
                : new Acceptance(migration, source, snapshot, ledger.withRepeatables(seal.lines()), true);
    }

    /**
     * What the author says about a migration.
     *
     * @param name its name; empty: one is made from the changes
     * @param why the reason for it
     */
    public record Wording(Optional<String> name, Optional<String> why) {}

    /**
     * Accepts what leads from a snapshot to a model.
     *
     * @param difference between the two
     * @param now the time that the version is made from, unless the ledger has a later one
     * @throws ProjectException when snapshot and ledger do not belong together, when something has to be resolved
     *     before, or when the name is none
     */
    public static Acceptance of(
            Snapshot snapshot, Ledger ledger, Model model, Difference difference, Wording wording, Instant now) {
        requireSameHead(snapshot, ledger);
        difference.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw new ProjectException(ProjectMessages.unresolved(finding));
                });
        return difference.isEmpty()
                ? new Acceptance(Optional.empty(), Optional.empty(), snapshot.withOrigins(model.origins()), ledger)
                : migration(snapshot, ledger, model, difference, wording, now);
    }

    static void requireSameHead(Snapshot snapshot, Ledger ledger) {
        Optional<Version> head = ledger.head().map(LedgerEntry::version);
        if (!snapshot.head().equals(head)) {
            throw new ProjectException(ProjectMessages.headsDiffer(snapshot.head(), head));
        }
    }

    static String className(String packageName, String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    private static Acceptance migration(
            Snapshot snapshot, Ledger ledger, Model model, Difference difference, Wording wording, Instant now) {
        MigrationName name = wording.name()
                .map(Acceptance::given)
                .orElseGet(() -> MigrationName.of(difference.up(), snapshot.schema()));
        Version version = ledger.nextVersion(now);
        String packageName = snapshot.settings().migrationsPackage();
        String simpleName = "V%s__%s".formatted(version, name.camelCase());
        String className = className(packageName, simpleName);
        String source = MigrationSource.of(new MigrationText(
                packageName,
                simpleName,
                version.text(),
                snapshot.head().map(Version::text),
                name.description(),
                wording.why(),
                snapshot.schema(),
                difference.up(),
                difference.down()));
        Ledger after = ledger.plus(version, className, Fingerprint.of(difference.up(), difference.down()))
                .withData(DataSeal.lines(difference.data()));
        return new Acceptance(
                after.head(),
                Optional.of(source),
                snapshot.at(version, difference.after(), difference.data()).withOrigins(model.origins()),
                after);
    }

    /** The name that somebody gave. @throws ProjectException when it is none */
    static MigrationName given(String name) {
        try {
            return MigrationName.given(name);
        } catch (IllegalArgumentException e) {
            throw new ProjectException(ProjectMessages.badName(name), e);
        }
    }

    /**
     * Writes the files, all or none; the ledger comes last, so that it never names a migration that is not there.
     *
     * @return the files written
     * @throws ProjectException when one cannot be written, or when the migration's source file is there already
     */
    public List<Path> write(ProjectFiles files) {
        return write(files, Optional.empty());
    }

    /**
     * Writes the files, all or none.
     *
     * @param replaced a migration whose source file goes
     * @return the files written
     * @throws ProjectException when one cannot be written, or when the migration's source file is there already
     */
    public List<Path> write(ProjectFiles files, Optional<LedgerEntry> replaced) {
        FileSet set = new FileSet();
        replaced.ifPresent(entry -> set.without(files.source(entry.className())));
        migration.ifPresent(entry -> set.withNew(files.source(entry.className()), source.orElse(""), files.encoding()));
        set.with(files.snapshot(), snapshot.text());
        if (migration.isPresent() || resealed) {
            set.with(files.ledger(), ledger.text());
        }
        return set.write();
    }
}
