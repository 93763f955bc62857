package dev.godwit.project;

import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.model.Model;
import dev.godwit.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project's files are once a branch's own migrations follow the committed chain.
 *
 * @param moved the own migrations, in their order
 * @param snapshot the snapshot after
 * @param ledger the ledger after
 * @param pending whether the entities need more than all migrations give
 */
public record Rebase(List<Moved> moved, Snapshot snapshot, Ledger ledger, boolean pending) {

    /**
     * What became of one migration.
     *
     * @param file the source file now; empty where nothing is left to do for it
     */
    public record Moved(SourcedMigration was, Way way, Optional<MigrationFile> file) {}

    /** How a migration came behind the others. */
    public enum Way {
        /** Generated, and does there what it did before. */
        UNCHANGED("does there what it did before"),
        /** Its code is somebody's work. */
        EDITED("was edited by hand: its code stays"),
        /** It was not edited by hand, and is made anew. */
        REGENERATED("is regenerated from the entities"),
        /** A database has run it: all but its predecessor is as it was. */
        KEPT("is kept as databases have run it"),
        /** The chain does all of it already. */
        NEEDLESS("is left out: the chain does all of it already");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        /** What is said behind the migration's name. */
        public String text() {
            return text;
        }
    }

    /**
     * What a user decides.
     *
     * @param keep versions that a database has run
     * @param entitiesDecide whether, where the branch and the chain have defined one column, the entities as they are
     *     now say what shall be
     */
    public record Decisions(Set<Version> keep, boolean entitiesDecide) {
        public Decisions {
            keep = Set.copyOf(keep);
        }
    }

    /**
     * Puts a branch's own migrations behind the committed chain.
     *
     * @param snapshot the one that the chain leads to
     * @param chain every migration of the ledger, in its order
     * @param own the branch's own migrations, none of them in the ledger
     * @param model the entities as they are now, with what the branch and the chain have made of them
     * @param now the time that new versions are made from
     * @throws ProjectException when snapshot and ledger do not belong together, when the branch and the chain have
     *     defined one column, or when a migration that has to stay as it is does not fit behind the chain
     */
    public static Rebase of(
            Snapshot snapshot,
            Ledger ledger,
            List<RecordedMigration> chain,
            List<SourcedMigration> own,
            Model model,
            Decisions decisions,
            Instant now) {
        Acceptance.requireSameHead(snapshot, ledger);
        decisions.keep().stream()
                .filter(version -> own.stream().noneMatch(each -> each.version().equals(version)))
                .findFirst()
                .ifPresent(version -> {
                    throw new ProjectException(ProjectMessages.nothingToKeep(version));
                });
        return new Rebasing(snapshot, ledger, model, decisions, own, now).run(Branch.of(chain, own));
    }

    /**
     * Writes the files, all or none, and takes away those that migrations had under another version.
     *
     * @return the files written
     * @throws ProjectException when one cannot be written
     */
    public List<Path> write(ProjectFiles files) {
        FileSet set = new FileSet();
        for (Moved each : moved) {
            set.without(each.was().file());
            each.file()
                    .ifPresent(file ->
                            set.with(each.was().file().resolveSibling(file.fileName()), file.text(), files.encoding()));
        }
        return set.with(files.snapshot(), snapshot.text())
                .with(files.ledger(), ledger.text())
                .write();
    }
}
