package dev.godwit.project;

import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project's files are once its first migrations are folded into one.
 *
 * @param squash the one migration
 * @param folded those that it replaces, in their order
 * @param next the migration behind, which follows the squash now; empty where there is none
 * @param leftOut what the folded migrations did to rows and the squash does not, one line each
 * @param snapshot the snapshot after
 * @param ledger the ledger after
 */
public record Squash(
        MigrationFile squash,
        List<SourcedMigration> folded,
        Optional<Next> next,
        List<String> leftOut,
        Snapshot snapshot,
        Ledger ledger) {

    /** The migration behind a squash, and its file as it is now. */
    public record Next(SourcedMigration was, MigrationFile file) {}

    public Squash {
        folded = List.copyOf(folded);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Folds the migrations up to a version into one, which does on a database that has nothing what they do there.
     *
     * @param chain every migration of the ledger, in its order
     * @throws ProjectException when snapshot and ledger do not belong together, when there are not several migrations
     *     up to the version, or when what they do to rows cannot be told from their changes
     */
    public static Squash of(
            Snapshot snapshot, Ledger ledger, List<SourcedMigration> chain, Version to, Wording wording) {
        Acceptance.requireSameHead(snapshot, ledger);
        if (ledger.entry(to).isEmpty()) {
            throw new ProjectException(ProjectMessages.unknownVersion("to", to));
        }
        int count = ledger.entries().indexOf(ledger.entry(to).get()) + 1;
        if (count < 2) {
            throw new ProjectException(ProjectMessages.nothingToSquash(to));
        }
        chain.forEach(migration -> migration.migration().broken().ifPresent(problem -> {
            throw new ProjectException(problem);
        }));
        return new Squashing(
                        snapshot,
                        ledger,
                        chain.subList(0, count),
                        chain.stream().skip(count).findFirst())
                .squash(wording);
    }

    /** The ledger with the squash alone, as a database without history would run it. */
    public Ledger alone() {
        return new Ledger(List.of(squash.entry().behind(Optional.empty())));
    }

    /** The entries of what is folded. */
    public Ledger before() {
        return new Ledger(folded.stream().map(SourcedMigration::entry).toList());
    }

    /**
     * Writes the files, all or none, and takes away those of the folded migrations.
     *
     * @return the files written
     * @throws ProjectException when one cannot be written, or when the squash's source file is there already
     */
    public List<Path> write(ProjectFiles files) {
        FileSet set = new FileSet().withNew(files.source(squash.entry().className()), squash.text(), files.encoding());
        next.ifPresent(after -> set.with(after.was().file(), after.file().text(), files.encoding()));
        folded.forEach(migration -> set.without(migration.file()));
        return set.with(files.snapshot(), snapshot.text())
                .with(files.ledger(), ledger.text())
                .write();
    }
}
