package dev.godwit.goal;

import dev.godwit.command.Deployment;
import dev.godwit.command.Report;
import dev.godwit.diff.Differ;
import dev.godwit.drift.Drift;
import dev.godwit.drift.Observation;
import dev.godwit.introspect.Fact;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.model.Backfills;
import dev.godwit.model.Model;
import dev.godwit.processor.Analysis;
import dev.godwit.project.Acceptance;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.Summary;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.NewMigration;
import dev.godwit.tool.ProjectModel;
import dev.godwit.tool.SourceReading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes over a database that was there before Godwit: records its present state as the starting version.
 *
 * <p>Where there is no migration yet, the first one is made from the database, so far as the entities know its tables;
 * where there are some, the database has to be what they give. What the entities ask for beyond the database becomes the
 * first pending migration, on request.
 */
public final class Baseline {

    /** What becomes of differences between the entities and the database. */
    public enum Differences {
        REFUSE,
        PENDING
    }

    private static final String NAME = "baseline";

    private final Optional<String> to;
    private final Differences differences;
    private final Clock clock;

    /**
     * @param to {@code godwit.to}: the last version to record, of migrations that are there
     * @param differences {@code godwit.differences}
     */
    public Baseline(Optional<String> to, Differences differences, Clock clock) {
        this.to = to;
        this.differences = differences;
        this.clock = clock;
    }

    /** @param deployment the module's migrations on the database, read anew each time that it is used */
    public Report run(BuildModule module, Deployment deployment) {
        Snapshot snapshot = Snapshot.parse(module.snapshotText());
        Ledger ledger = Ledger.parse(module.ledgerText());
        boolean rewrites = differences == Differences.PENDING
                && to.isEmpty()
                && ledger.entries().size() == 1;
        return ledger.entries().isEmpty() || rewrites
                ? first(module, deployment, Snapshot.empty(snapshot.settings()), ledger)
                : dev.godwit.command.Baseline.run(deployment, to, Set.of());
    }

    /** @param ledger with no migration, or with one that was never applied and gives way */
    private Report first(BuildModule module, Deployment deployment, Snapshot empty, Ledger ledger) {
        SourceReading<Optional<Analysis>> reading = ProjectModel.read(module, empty);
        if (reading.value().isEmpty()) {
            return Messages.failure(reading);
        }
        Analysis analysis = reading.value().get();
        Model model = analysis.model();
        Observation observed = deployment.with(engine -> engine.observe(model.schema()));
        Model live = live(model, observed.schema());
        Acceptance acceptance = Acceptance.of(
                empty,
                Ledger.EMPTY,
                live,
                Differ.between(empty, live),
                new Wording(Optional.of(NAME), Optional.empty()),
                clock.instant());
        Analysis pending = new Analysis(analysis.managed(), model, Differ.between(acceptance.snapshot(), model));
        boolean agrees =
                pending.difference().isEmpty() && observed.inexpressible().isEmpty();
        if (acceptance.migration().isEmpty() || !agrees && differences == Differences.REFUSE) {
            return dev.godwit.command.Baseline.refused("the entities' model", told(observed.drift(), model));
        }
        NewMigration.require(
                module, acceptance.migration().get(), acceptance.source().orElseThrow());
        Optional<LedgerEntry> replaced = ledger.head();
        List<Path> written = acceptance.write(module.files(), replaced);
        Report recorded =
                dev.godwit.command.Baseline.run(deployment, Optional.empty(), new HashSet<>(observed.inexpressible()));
        return report(module, recorded, written, pending, acceptance.snapshot(), observed);
    }

    /** What is told of a refusal: a name that Hibernate made up is taken over from the database without a word. */
    private static Drift told(Drift drift, Model model) {
        Set<String> generated = model.generatedNames().stream()
                .map(name -> name.constraint().key())
                .collect(Collectors.toSet());
        return drift.without(difference -> difference.isName()
                && difference
                        .expected()
                        .flatMap(Fact::name)
                        .filter(name -> generated.contains(name.toLowerCase(Locale.ROOT)))
                        .isPresent());
    }

    private static Report report(
            BuildModule module,
            Report recorded,
            List<Path> written,
            Analysis pending,
            Snapshot snapshot,
            Observation observed) {
        List<String> files = written.stream().map(module::display).toList();
        List<String> changes = pending.migration(snapshot).map(Summary::lines).orElse(List.of());
        List<String> lines = new ArrayList<>(recorded.lines());
        files.forEach(file -> lines.add("Written: " + file));
        if (!changes.isEmpty()) {
            lines.add("Pending, from the database to the entities; build, review it, and run godwit:accept:");
            changes.forEach(change -> lines.add("  " + change));
        }
        Map<String, Object> facts = new LinkedHashMap<>(recorded.facts());
        facts.put("written", files);
        facts.put("pending", changes);
        return new Report(
                lines,
                facts,
                observed.inexpressible().stream()
                        .map(left -> "%s: %s. It stays as it is, outside of the migrations, and drift until it goes."
                                .formatted(left.code(), left.what()))
                        .toList(),
                recorded.problems());
    }

    /** What the database holds, with the notes about what is there. */
    private static Model live(Model model, Schema schema) {
        return new Model(
                schema,
                model.origins().entrySet().stream()
                        .filter(origin -> origin.getKey()
                                .column()
                                .map(column -> schema.table(origin.getKey().object())
                                        .flatMap(table -> table.column(column))
                                        .isPresent())
                                .orElseGet(() -> schema.table(origin.getKey().object())
                                                .isPresent()
                                        || schema.sequence(origin.getKey().object())
                                                .isPresent()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                Set.of(),
                List.of(),
                Backfills.NONE);
    }
}
