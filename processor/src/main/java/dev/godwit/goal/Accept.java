package dev.godwit.goal;

import dev.godwit.command.Facts;
import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.processor.Analysis;
import dev.godwit.project.Acceptance;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.project.RepeatableSeal;
import dev.godwit.project.Seal;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.MigrationClasses;
import dev.godwit.tool.NewMigration;
import dev.godwit.tool.ProjectModel;
import dev.godwit.tool.RepeatableDirectory;
import dev.godwit.tool.SourceReading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the pending migration a committed one, or seals one that was edited on purpose. */
public final class Accept {

    private final Wording wording;
    private final Optional<Version> edited;
    private final RefereeOptions referee;
    private final Clock clock;

    /**
     * @param wording {@code godwit.name} and {@code godwit.why}
     * @param edited {@code godwit.edited}
     * @param referee what to make of the module's own Hibernate, which warns here and never refuses
     * @throws dev.godwit.tool.ToolException when {@code edited} is no version
     */
    public Accept(Wording wording, Optional<String> edited, RefereeOptions referee, Clock clock) {
        this.wording = wording;
        this.edited = Parameters.version("edited", edited).map(Version::new);
        this.referee = referee;
        this.clock = clock;
    }

    public Report run(BuildModule module) {
        Snapshot snapshot = Snapshot.parse(module.snapshotText());
        Ledger ledger = Ledger.parse(module.ledgerText());
        return edited.map(version -> seal(module, snapshot, ledger, version))
                .orElseGet(() -> accept(module, snapshot, ledger));
    }

    private Report accept(BuildModule module, Snapshot snapshot, Ledger ledger) {
        SourceReading<Optional<Analysis>> reading = ProjectModel.read(module, snapshot);
        if (reading.value().isEmpty()) {
            return Messages.failure(reading);
        }
        Analysis analysis = reading.value().get();
        Acceptance acceptance =
                Acceptance.of(snapshot, ledger, analysis.model(), analysis.difference(), wording, clock.instant());
        acceptance
                .migration()
                .ifPresent(entry ->
                        NewMigration.require(module, entry, acceptance.source().orElseThrow()));
        List<String> warnings = new ArrayList<>(Messages.warnings(reading));
        warnings.addAll(Messages.warnings(
                new HibernateOpinion(module, referee).of(analysis, snapshot.settings(), Severity.WARNING)));
        RepeatableSeal repeatables = RepeatableSeal.of(
                acceptance.ledger(),
                RepeatableDirectory.read(module),
                acceptance.ledger().nextVersion(clock.instant()));
        if (acceptance.migration().isEmpty() && acceptance.snapshot().equals(snapshot) && repeatables.isSealed()) {
            return Report.of(List.of("Nothing is pending."), Map.of("written", List.of()))
                    .withWarnings(warnings);
        }
        List<Path> written = acceptance.with(repeatables).write(module.files());
        return report(module, acceptance.migration(), repeatables, written).withWarnings(warnings);
    }

    private static Report report(
            BuildModule module, Optional<LedgerEntry> migration, RepeatableSeal repeatables, List<Path> written) {
        List<String> files = written.stream().map(module::display).toList();
        List<String> lines = new ArrayList<>();
        migration.ifPresent(entry -> lines.add("Accepted %s.".formatted(entry.className())));
        repeatables.changed().forEach(name -> lines.add("Sealed the repeatable %s.".formatted(name)));
        repeatables
                .gone()
                .forEach(name -> lines.add(
                        "The repeatable %s is gone: godwit:migrate takes away what it made.".formatted(name)));
        if (lines.isEmpty()) {
            lines.add("Nothing is pending; the notes in schema.json are refreshed.");
        }
        files.forEach(file -> lines.add("Written: " + file));
        migration.ifPresent(entry -> lines.add("Review and commit these files; godwit:migrate runs the migration."));
        return Report.of(
                lines,
                new Facts()
                        .add("version", migration.map(entry -> entry.version().text()))
                        .add("class", migration.map(LedgerEntry::className))
                        .add("repeatables", repeatables.changed())
                        .add("repeatablesGone", repeatables.gone())
                        .add("written", files)
                        .map());
    }

    private static Report seal(BuildModule module, Snapshot snapshot, Ledger ledger, Version version) {
        Seal seal = Seal.of(snapshot, ledger, MigrationClasses.recorded(module, ledger), version);
        List<String> files =
                seal.write(module.files()).stream().map(module::display).toList();
        List<String> lines = new ArrayList<>();
        lines.add("Sealed %s as it is now.".formatted(version));
        files.forEach(file -> lines.add("Written: " + file));
        return Report.of(
                lines,
                new Facts().add("version", version.text()).add("written", files).map());
    }
}
