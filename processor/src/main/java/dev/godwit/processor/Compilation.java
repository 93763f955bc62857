package dev.godwit.processor;

import dev.godwit.data.DeclaredData;
import dev.godwit.ledger.Ledger;
import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.mapping.MessagerDiagnostics;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Origin;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.snapshot.SnapshotException;
import dev.godwit.source.PendingSource;
import dev.godwit.source.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/** One compilation: what its rounds show, and what follows from it in the last one. */
final class Compilation {

    /** Among the classes: the managed classes of earlier compilations, which an incremental one does not see. */
    private static final String LIST = "META-INF/godwit/entities";

    private final ProcessingEnvironment environment;
    private final Map<String, String> options;
    private final Resources resources;
    private final Diagnostics diagnostics;
    private final ManagedClasses managed;
    private final MigrationChain migrations;

    Compilation(ProcessingEnvironment environment) {
        this.environment = environment;
        this.options = environment.getOptions();
        this.resources = new Resources(environment.getFiler(), CommittedFiles.root(options));
        this.diagnostics = new MessagerDiagnostics(environment.getMessager());
        this.managed = new ManagedClasses(environment.getElementUtils());
        this.migrations = new MigrationChain(environment.getElementUtils());
    }

    void add(RoundEnvironment round) {
        managed.addRoots(round);
        migrations.addRoots(round);
    }

    void report(Message message) {
        diagnostics.report(message, Place.NOWHERE);
    }

    void finish() {
        CommittedFiles files = CommittedFiles.find(options, resources);
        files.missing().ifPresent(path -> report(ProcessorMessages.optionUnreadable(path)));
        if (files.missing().isPresent()) {
            return;
        }
        if (files.snapshot().isEmpty()) {
            withoutSnapshot(files);
        } else if (files.ledger().isEmpty()) {
            report(ProcessorMessages.ledgerMissing());
        } else {
            compare(files.snapshot().get(), files.ledger().get());
        }
    }

    /** Migrations without a snapshot are a project that lost it, unless they belong to the tests of one that has it. */
    private void withoutSnapshot(CommittedFiles files) {
        if (files.ledger().isPresent()) {
            report(ProcessorMessages.snapshotMissing("META-INF/godwit/migrations"));
        } else if (!migrations.types().isEmpty() && !resources.isOnClassPath(Snapshot.PATH)) {
            report(ProcessorMessages.snapshotMissing(
                    migrations.types().iterator().next()));
        } else {
            report(ProcessorMessages.inert());
        }
    }

    private void compare(String snapshotText, String ledgerText) {
        Optional<Snapshot> snapshot = parse(snapshotText);
        Optional<Ledger> ledger = migrations.check(ledgerText, diagnostics);
        if (snapshot.isPresent() && ledger.isPresent()) {
            PersistenceUnit unit = PersistenceUnit.read(resources, entities());
            addKnown(snapshot.get(), unit);
            keepList();
            Analysis.of(
                            environment,
                            managed.present(),
                            snapshot.get(),
                            StrategyLoader.ofProcessorPath(),
                            unit,
                            CommittedFiles.directory(options, resources)
                                    .map(beside -> DeclaredData.in(beside.resolve(DeclaredData.DIRECTORY)))
                                    .orElse(DeclaredData.NONE),
                            diagnostics)
                    .ifPresent(analysis -> write(snapshotText, snapshot.get(), analysis));
        }
    }

    private void write(String committed, Snapshot snapshot, Analysis analysis) {
        PendingFile pending = new PendingFile(committed, snapshot, analysis);
        try {
            if (!resources.writeBesideGeneratedSources(pending.packageName(), PendingSource.FILE, pending.text())) {
                report(ProcessorMessages.notGenerated());
            }
            analysis.migration(snapshot)
                    .ifPresent(migration -> report(ProcessorMessages.pending(Summary.lines(migration))));
        } catch (IOException e) {
            report(ProcessorMessages.unwritable(PendingSource.FILE, e));
        }
    }

    private Optional<Snapshot> parse(String text) {
        try {
            return Optional.of(Snapshot.parse(text));
        } catch (SnapshotException e) {
            report(Message.coded(Severity.ERROR, e.getMessage()));
            return Optional.empty();
        }
    }

    private void addKnown(Snapshot snapshot, PersistenceUnit unit) {
        managed.addKnown(
                snapshot.origins().values().stream().map(Origin::entity).toList());
        resources.read(LIST).ifPresent(list -> managed.addKnown(list.lines().toList()));
        managed.addKnown(unit.classes());
    }

    private List<String> entities() {
        return Stream.of(options.getOrDefault(GodwitProcessor.ENTITIES, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void keepList() {
        try {
            resources.write(LIST, managed.list());
        } catch (IOException e) {
            report(ProcessorMessages.unwritable(LIST, e));
        }
    }
}
