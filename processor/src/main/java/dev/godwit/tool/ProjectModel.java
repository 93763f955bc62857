package dev.godwit.tool;

import dev.godwit.command.ApplicationClassLoader;
import dev.godwit.data.DeclaredData;
import dev.godwit.mapping.MessagerDiagnostics;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.model.Origin;
import dev.godwit.processor.Analysis;
import dev.godwit.processor.PersistenceUnit;
import dev.godwit.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a module's source files ask for, as the compiler's processor would see it. */
public final class ProjectModel {

    private ProjectModel() {}

    /**
     * Reads the entities from source files and compares them with the snapshot.
     *
     * @return empty, with messages that say why, where something is an error
     * @throws ToolException when the sources cannot be parsed
     */
    public static SourceReading<Optional<Analysis>> read(BuildModule module, Snapshot snapshot) {
        PersistenceUnit unit = KnownClasses.unit(module);
        List<String> known = Stream.concat(
                        unit.classes().stream(),
                        snapshot.origins().values().stream().map(Origin::entity))
                .distinct()
                .toList();
        try (ApplicationClassLoader dependencies =
                new ApplicationClassLoader(module.classPath().entries(), ProjectModel.class.getClassLoader())) {
            return SourceReading.of(
                    module.sources(),
                    known,
                    (environment, managed) -> Analysis.of(
                            environment,
                            managed,
                            snapshot,
                            new StrategyLoader(dependencies),
                            unit,
                            DeclaredData.in(module.data()),
                            new MessagerDiagnostics(environment.getMessager())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
