package dev.godwit.goal;

import dev.godwit.mapping.Message.Severity;
import dev.godwit.mapping.MessagerDiagnostics;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.processor.Analysis;
import dev.godwit.processor.Places;
import dev.godwit.project.settings.ClassPath;
import dev.godwit.referee.ManagedTypes;
import dev.godwit.referee.Question;
import dev.godwit.referee.Referee;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.referee.Target;
import dev.godwit.referee.Verdict;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.KnownClasses;
import dev.godwit.tool.SourceReading;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;

/** What the Hibernate that a module depends on thinks of the schema that Godwit derived, at the places in the sources. */
final class HibernateOpinion {

    private final BuildModule module;
    private final RefereeOptions options;

    HibernateOpinion(BuildModule module, RefereeOptions options) {
        this.module = module;
        this.options = options;
    }

    /**
     * Compares, with a disagreement as a message of this severity, or of a warning where the options say so.
     *
     * @param analysis the entities as they are in the sources; the module's classes are compiled from the same
     */
    SourceReading<Verdict> of(Analysis analysis, Settings settings, Severity severity) {
        Model model = analysis.model();
        if (options.mode() == Mode.OFF) {
            return new SourceReading<>(Verdict.NONE, List.of());
        }
        Verdict verdict = new Referee()
                .judge(new Question(
                        new ClassPath(Stream.concat(Stream.of(module.classes()), module.classPath().entries().stream())
                                .toList()),
                        types(analysis.managed()),
                        settings,
                        model.schema(),
                        model.origins(),
                        Target.DEFAULTS,
                        options.excludedTables()));
        if (verdict.isSilent()) {
            return new SourceReading<>(verdict, List.of());
        }
        Severity effective = options.mode() == Mode.WARN ? Severity.WARNING : severity;
        return SourceReading.of(module.sources(), List.of(), (environment, managed) -> {
            report(verdict, effective, environment);
            return verdict;
        });
    }

    private ManagedTypes types(List<String> managed) {
        ManagedTypes compiled = ManagedTypes.in(module.classes());
        return new ManagedTypes(
                Stream.concat(compiled.classes().stream(), managed.stream())
                        .distinct()
                        .toList(),
                compiled.packages(),
                KnownClasses.mappingFiles(module));
    }

    private static void report(Verdict verdict, Severity severity, ProcessingEnvironment environment) {
        MessagerDiagnostics diagnostics = new MessagerDiagnostics(environment.getMessager());
        Places places = new Places(environment.getElementUtils());
        verdict.disagreements()
                .forEach(each -> diagnostics.report(
                        verdict.message(severity, each),
                        each.origin().map(places::of).orElse(Place.NOWHERE)));
        verdict.notes().forEach(note -> diagnostics.report(note, Place.NOWHERE));
    }
}
