package dev.godwit.processor;

import dev.godwit.data.DeclaredData;
import dev.godwit.diff.Differ;
import dev.godwit.diff.Difference;
import dev.godwit.diff.Finding;
import dev.godwit.ledger.Version;
import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Mapping;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.naming.UnusableStrategyException;
import dev.godwit.mapping.read.Place;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.model.Model;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.MigrationName;
import dev.godwit.source.MigrationText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.ElementFilter;

/**
 * What the entities of a compilation ask for, held against the snapshot. The compiler and the goals get the same answer
 * because both get it here.
 *
 * @param managed binary names of the managed classes, those that mapping files alone name left out
 * @param model the entities as the mapping read them
 * @param difference what leads from the snapshot to them
 */
public record Analysis(List<String> managed, Model model, Difference difference) {

    private static final String PENDING = "PendingMigration";

    /** In place of the version, which {@code godwit:accept} gives. */
    private static final String NO_VERSION = "pending";

    /**
     * Maps managed classes and annotated packages, compares, and reports at the elements.
     *
     * @param strategies loads naming strategies that the settings name
     * @param unit what belongs to the model beside {@code managed}
     * @param data the rows that belong to the schema
     * @return empty where something is an error, which has been reported
     */
    public static Optional<Analysis> of(
            ProcessingEnvironment environment,
            Collection<Element> managed,
            Snapshot snapshot,
            StrategyLoader strategies,
            PersistenceUnit unit,
            DeclaredData data,
            Diagnostics diagnostics) {
        AtomicBoolean failed = new AtomicBoolean();
        Diagnostics watched = (message, place) -> {
            failed.compareAndSet(false, message.severity() == Severity.ERROR);
            diagnostics.report(message, place);
        };
        unit.messages(environment.getElementUtils()).forEach(message -> watched.report(message, Place.NOWHERE));
        Optional<Model> model = model(environment, managed, snapshot, strategies, unit.mappingFiles(), watched)
                .map(read -> EnumOrder.restored(environment, read, snapshot.schema()))
                .map(read -> read.withData(data));
        if (model.isEmpty() || failed.get()) {
            return Optional.empty();
        }
        List<String> names = ElementFilter.typesIn(managed).stream()
                .map(type -> environment.getElementUtils().getBinaryName(type).toString())
                .toList();
        Difference difference = Differ.between(snapshot, model.get());
        Places places = new Places(environment.getElementUtils());
        difference.findings().forEach(finding -> watched.report(message(finding), place(finding, places)));
        if (!failed.get() && !difference.isEmpty()) {
            new HazardReport(model.get(), places, watched).tell(difference, snapshot.schema());
        }
        return failed.get() ? Optional.empty() : Optional.of(new Analysis(names, model.get(), difference));
    }

    /**
     * The migration that is pending, as text to be written; empty when nothing is.
     *
     * @param snapshot the one that this was compared with
     */
    public Optional<MigrationText> migration(Snapshot snapshot) {
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of(new MigrationText(
                        snapshot.settings().migrationsPackage(),
                        PENDING,
                        NO_VERSION,
                        snapshot.head().map(Version::text),
                        MigrationName.of(difference.up(), snapshot.schema()).description(),
                        Optional.empty(),
                        snapshot.schema(),
                        difference.up(),
                        difference.down()));
    }

    private static Optional<Model> model(
            ProcessingEnvironment environment,
            Collection<Element> managed,
            Snapshot snapshot,
            StrategyLoader strategies,
            MappingFiles files,
            Diagnostics diagnostics) {
        try {
            return Optional.of(
                    new Mapping(environment, snapshot.settings(), diagnostics, strategies, files).map(managed));
        } catch (UnusableStrategyException e) {
            diagnostics.report(Messages.unusableNaming(e.getMessage()), Place.NOWHERE);
            return Optional.empty();
        }
    }

    private static Message message(Finding finding) {
        Severity severity = switch (finding.severity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case HINT -> Severity.HINT;
        };
        return new Message(severity, finding.code(), finding.text());
    }

    private static Place place(Finding finding, Places places) {
        return finding.origin().map(places::of).orElse(Place.NOWHERE);
    }
}
