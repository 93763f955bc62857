package dev.godwit.goal;

import dev.godwit.change.DatabaseKind;
import dev.godwit.command.Deployment;
import dev.godwit.command.DriftView;
import dev.godwit.command.Facts;
import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.command.RetainedView;
import dev.godwit.hazard.Finding;
import dev.godwit.hazard.Hazards;
import dev.godwit.ledger.Ledger;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.processor.Analysis;
import dev.godwit.project.CheckReport;
import dev.godwit.project.CheckReport.CheckedMigration;
import dev.godwit.project.DataSeal;
import dev.godwit.project.ProjectException;
import dev.godwit.project.RepeatableSeal;
import dev.godwit.project.settings.SettingsDiscovery;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.Verdict;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.Summary;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.MigrationClasses;
import dev.godwit.tool.ProjectModel;
import dev.godwit.tool.RepeatableDirectory;
import dev.godwit.tool.SourceReading;
import dev.godwit.tool.TestedFile;
import dev.godwit.tool.ToolMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds entities, migrations, ledger and snapshot against each other, and a database against them where one is given. */
public final class Check {

    private final RefereeOptions referee;
    private final Optional<Deployment> deployment;

    /**
     * @param referee what to make of the module's own Hibernate
     * @param deployment the database to hold against its history; empty: none
     */
    public Check(RefereeOptions referee, Optional<? extends Deployment> deployment) {
        this.referee = referee;
        this.deployment = deployment.map(given -> given);
    }

    public Report run(BuildModule module) {
        Snapshot snapshot = Snapshot.parse(module.snapshotText());
        Ledger ledger = Ledger.parse(module.ledgerText());
        SourceReading<Optional<Analysis>> reading = ProjectModel.read(module, snapshot);
        CheckReport chain = dev.godwit.project.Check.of(
                snapshot,
                MigrationClasses.recorded(module, ledger),
                TestedFile.of(module).read());
        List<Problem> problems = new ArrayList<>();
        chain.problems().forEach(problem -> problems.add(new Problem(problem.code(), problem.text())));
        DataSeal.problem(ledger, snapshot)
                .ifPresent(problem -> problems.add(new Problem(problem.code(), problem.text())));
        problems.addAll(repeatables(module, ledger));
        problems.addAll(Messages.failure(reading).problems());
        List<String> pending = reading.value()
                .flatMap(analysis -> analysis.migration(snapshot))
                .map(Summary::lines)
                .orElse(List.of());
        if (!pending.isEmpty()) {
            problems.add(ToolMessages.pending(pending));
        }
        List<String> warnings = new ArrayList<>(Messages.warnings(reading));
        Optional<SourceReading<Verdict>> opinion = reading.value()
                .map(analysis ->
                        new HibernateOpinion(module, referee).of(analysis, snapshot.settings(), Severity.ERROR));
        opinion.ifPresent(of -> {
            problems.addAll(Messages.failure(of).problems());
            warnings.addAll(Messages.warnings(of));
        });
        settingsChanged(module, snapshot).ifPresent(warnings::add);
        Optional<Verdict> verdict = opinion.map(SourceReading::value);
        Optional<DriftView> drift = deployment.map(on -> on.with(engine -> new DriftView(engine.drift())));
        drift.ifPresent(view -> {
            problems.addAll(view.problems());
            warnings.addAll(view.gaps());
        });
        deployment
                .map(on -> on.with(engine -> new RetainedView(engine.retained())))
                .flatMap(RetainedView::overdue)
                .ifPresent(warnings::add);
        List<String> lines = lines(chain, verdict, problems);
        drift.ifPresent(view -> lines.addAll(view.lines(false)));
        return new Report(lines, facts(chain, pending, verdict, drift), warnings, problems);
    }

    private static List<Problem> repeatables(BuildModule module, Ledger ledger) {
        try {
            RepeatableSeal seal =
                    RepeatableSeal.of(ledger, RepeatableDirectory.read(module), ledger.nextVersion(Instant.EPOCH));
            return seal.isSealed() ? List.of() : List.of(ToolMessages.repeatablesPending(seal.changed(), seal.gone()));
        } catch (ProjectException e) {
            return List.of(new Problem(e.problem().code(), e.problem().text()));
        }
    }

    private static Optional<String> settingsChanged(BuildModule module, Snapshot snapshot) {
        return SettingsDiscovery.changed(
                        snapshot.settings(),
                        SettingsDiscovery.discover(
                                        snapshot.settings().migrationsPackage(),
                                        module.classPath(),
                                        List.of(module.resources()))
                                .settings())
                .map(Object::toString);
    }

    private static List<String> lines(CheckReport chain, Optional<Verdict> verdict, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        chain.migrations().forEach(migration -> {
            lines.add("  %s  %s".formatted(name(migration), proof(migration)));
            hazards(migration).forEach(hazard -> lines.add("    " + hazard));
        });
        verdict.flatMap(Check::agreement).ifPresent(lines::add);
        if (problems.isEmpty()) {
            lines.add("%d %s to the snapshot, and the entities ask for nothing else."
                    .formatted(
                            chain.migrations().size(),
                            chain.migrations().size() == 1 ? "migration leads" : "migrations lead"));
        }
        return lines;
    }

    /** What deserves attention in a migration, on whichever database. */
    private static List<String> hazards(CheckedMigration migration) {
        return Hazards.of(migration.migration().recording().up(), migration.before(), EnumSet.allOf(DatabaseKind.class))
                .stream()
                .map(hazard -> text(hazard, migration.migration().recording().accepted()))
                .toList();
    }

    private static String text(Finding hazard, Map<String, String> accepted) {
        return Optional.ofNullable(accepted.get(hazard.code()))
                .map(why -> "%s accepted for %s: %s".formatted(hazard.code(), hazard.place(), why))
                .orElseGet(() ->
                        "%s (%s) %s".formatted(hazard.code(), hazard.hazard().text(), hazard.message()));
    }

    private static Optional<String> agreement(Verdict verdict) {
        return verdict.hibernate()
                .filter(version -> verdict.facts() > 0)
                .map(version -> "Hibernate %s would create the same schema in %d of %d facts."
                        .formatted(
                                version,
                                verdict.facts() - verdict.disagreements().size(),
                                verdict.facts()));
    }

    private static String name(CheckedMigration migration) {
        return migration.migration().entry().className();
    }

    private static String proof(CheckedMigration migration) {
        return migration.proof().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> facts(
            CheckReport chain, List<String> pending, Optional<Verdict> verdict, Optional<DriftView> drift) {
        return new Facts()
                .add(
                        "migrations",
                        chain.migrations().stream()
                                .map(migration -> new Facts()
                                        .add(
                                                "version",
                                                migration
                                                        .migration()
                                                        .entry()
                                                        .version()
                                                        .text())
                                        .add("class", name(migration))
                                        .add("proof", proof(migration))
                                        .add("hazards", hazards(migration))
                                        .map())
                                .toList())
                .add("pending", pending)
                .add("hibernate", verdict.flatMap(Verdict::hibernate))
                .add("hibernateFacts", verdict.map(Verdict::facts))
                .add(
                        "hibernateDisagreements",
                        verdict.map(of -> of.disagreements().size()))
                .add("drift", drift.map(DriftView::facts))
                .map();
    }
}
