package dev.godwit.project;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.data.DataReplay;
import dev.godwit.data.ReferenceData;
import dev.godwit.diff.Differ;
import dev.godwit.diff.Difference;
import dev.godwit.diff.Finding;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.model.Model;
import dev.godwit.project.Rebase.Decisions;
import dev.godwit.project.Rebase.Moved;
import dev.godwit.project.Rebase.Way;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.MigrationSource;
import dev.godwit.source.MigrationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts one own migration after another behind the chain; knows what the chain gives after each. */
final class Rebasing {

    private final Model model;
    private final Decisions decisions;
    private final Instant now;
    private final List<Moved> moved = new ArrayList<>();
    private Snapshot snapshot;
    private Ledger ledger;
    private Version latest;

    Rebasing(
            Snapshot snapshot,
            Ledger ledger,
            Model model,
            Decisions decisions,
            List<SourcedMigration> own,
            Instant now) {
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.model = model;
        this.decisions = decisions;
        this.now = now;
        this.latest = Stream.concat(
                        ledger.entries().stream().map(LedgerEntry::version),
                        own.stream().map(SourcedMigration::version))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Version.at(now));
    }

    Rebase run(Branch branch) {
        List<Branch.Step> steps = branch.steps();
        for (int i = 0; i < steps.size(); i++) {
            move(steps.get(i), i == steps.size() - 1);
        }
        boolean pending = !Differ.between(snapshot, model).isEmpty();
        return new Rebase(
                moved,
                snapshot.withOrigins(model.origins()),
                ledger.withData(DataSeal.lines(snapshot.data())),
                pending);
    }

    private void move(Branch.Step step, boolean last) {
        if (decisions.keep().contains(step.own().version())) {
            keep(step);
            return;
        }
        boolean generated = isGenerated(step);
        Collision.of(step.up(), step.gained())
                .filter(collision -> !generated || !decisions.entitiesDecide())
                .ifPresent(collision -> {
                    throw new ProjectException(
                            ProjectMessages.collision(step.own().entry(), collision, generated));
                });
        if (!generated) {
            asItIs(step, Way.EDITED);
            return;
        }
        Difference wanted = wanted(step, last);
        wanted.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw new ProjectException(ProjectMessages.unresolved(finding));
                });
        if (wanted.isEmpty()) {
            moved.add(new Moved(step.own(), Way.NEEDLESS, Optional.empty()));
        } else if (leadsTo(step, wanted.after())) {
            asItIs(step, Way.UNCHANGED);
        } else {
            regenerate(step, wanted);
        }
    }

    /** A database that has it without what the chain has gained must be able to catch up: the two have to commute. */
    private void keep(Branch.Step step) {
        Collision.interfering(step.up(), step.gained()).ifPresent(other -> {
            throw new ProjectException(ProjectMessages.keptCollides(step.own().entry(), other.entry()));
        });
        LedgerEntry was = step.own().entry();
        LedgerEntry entry = new LedgerEntry(was.version(), was.className(), snapshot.head(), was.fingerprint());
        add(step, entry, fitting(step), Way.KEPT);
    }

    private void asItIs(Branch.Step step, Way way) {
        LedgerEntry was = step.own().entry();
        Version version = version(was.version());
        LedgerEntry entry = new LedgerEntry(
                version,
                was.className().replace(was.version().text(), version.text()),
                snapshot.head(),
                was.fingerprint());
        add(step, entry, fitting(step), way);
    }

    private void add(Branch.Step step, LedgerEntry entry, Schema after, Way way) {
        moved.add(new Moved(step.own(), way, Optional.of(step.own().text().at(entry))));
        enter(entry, after, rowsAfter(step));
    }

    private void enter(LedgerEntry entry, Schema after, ReferenceData data) {
        ledger = ledger.plus(entry.version(), entry.className(), entry.fingerprint());
        snapshot = snapshot.at(entry.version(), after, data);
    }

    private ReferenceData rowsAfter(Branch.Step step) {
        try {
            return DataReplay.after(snapshot.schema(), snapshot.data(), step.up());
        } catch (PreconditionException e) {
            throw new ProjectException(
                    ProjectMessages.doesNotFitBehind(step.own().entry(), e.getMessage()), e);
        }
    }

    private void regenerate(Branch.Step step, Difference wanted) {
        MigrationFile was = step.own().text();
        Version version = version(step.own().version());
        String className = was.entry().className().replace(was.entry().version().text(), version.text());
        MigrationText text = text(was, className, version, snapshot.head(), snapshot.schema(), wanted);
        LedgerEntry entry =
                new LedgerEntry(version, className, snapshot.head(), Fingerprint.of(wanted.up(), wanted.down()));
        moved.add(new Moved(
                step.own(), Way.REGENERATED, Optional.of(new MigrationFile(entry, MigrationSource.of(text)))));
        enter(entry, wanted.after(), wanted.data());
    }

    private static MigrationText text(
            MigrationFile was,
            String className,
            Version version,
            Optional<Version> after,
            Schema before,
            Difference of) {
        int dot = className.lastIndexOf('.');
        return new MigrationText(
                className.substring(0, Math.max(dot, 0)),
                className.substring(dot + 1),
                version.text(),
                after.map(Version::text),
                was.description().orElse(was.name()),
                was.why(),
                before,
                of.up(),
                of.down());
    }

    /** The version that it has, unless one that is not earlier comes before it now. */
    private Version version(Version had) {
        if (snapshot.head().filter(head -> head.compareTo(had) >= 0).isEmpty()) {
            return had;
        }
        latest = latest.next(now);
        return latest;
    }

    /** Whether the migration is what its own entities gave, and its file what that gave. */
    private boolean isGenerated(Branch.Step step) {
        Difference own = Differ.between(snapshot.withSchema(step.before()), leading(step.after()));
        List<Change> up = step.up();
        if (up.size() != own.up().size()
                || !up.containsAll(own.up())
                || !own.up().containsAll(up)) {
            return false;
        }
        MigrationFile file = step.own().text();
        LedgerEntry entry = file.entry();
        Difference recorded =
                new Difference(up, step.own().migration().recording().down(), step.after(), List.of());
        if (!recorded.down().stream().allMatch(Change::isComplete)) {
            return false;
        }
        return file.saysTheSameAs(MigrationSource.of(
                text(file, entry.className(), entry.version(), entry.after(), step.before(), recorded)));
    }

    /** What the migration is to do behind the chain; the last one does whatever the entities still need. */
    private Difference wanted(Branch.Step step, boolean last) {
        return last ? Differ.between(snapshot, model) : Differ.between(snapshot, leading(withoutGained(step)));
    }

    private Schema withoutGained(Branch.Step step) {
        Schema schema = snapshot.schema();
        for (Change change : step.up()) {
            boolean gained = step.gained().stream()
                    .anyMatch(theirs -> theirs.recording().up().contains(change));
            try {
                schema = gained ? schema : change.apply(schema);
            } catch (PreconditionException e) {
                throw new ProjectException(
                        ProjectMessages.doesNotFitBehind(step.own().entry(), e.getMessage()), e);
            }
        }
        return schema;
    }

    /** The entities' notes and declarations with another schema. */
    private Model leading(Schema schema) {
        return model.withSchema(schema);
    }

    private boolean leadsTo(Branch.Step step, Schema after) {
        try {
            return step.own().migration().applied(snapshot.schema()).equals(after)
                    && step.own().migration().wayBack(snapshot.schema(), after).isEmpty();
        } catch (PreconditionException e) {
            return false;
        }
    }

    private Schema fitting(Branch.Step step) {
        RecordedMigration migration = step.own().migration();
        try {
            Schema after = migration.applied(snapshot.schema());
            migration.wayBack(snapshot.schema(), after).ifPresent(problem -> {
                throw new ProjectException(ProjectMessages.doesNotFitBehind(migration.entry(), problem.text()));
            });
            return after;
        } catch (PreconditionException e) {
            throw new ProjectException(ProjectMessages.doesNotFitBehind(migration.entry(), e.getMessage()), e);
        }
    }
}
