package dev.godwit.mapping;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/** A model that was mapped during a compilation, with the messages about it. */
record MappedClasses(Model model, List<String> messages) {

    /** Maps classes of the class path. */
    static MappedClasses of(Settings settings, List<String> names) {
        return map(
                settings,
                JavaFileObjects.forSourceLines("Anything", "class Anything {}"),
                (environment, round) -> names.stream()
                        .map(name -> environment.getElementUtils().getTypeElement(name.replace('$', '.')))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Maps the classes nested in a source. Imports of Jakarta Persistence and Hibernate are there already. */
    static MappedClasses ofSource(Settings settings, String classes) {
        String source = """
                import jakarta.persistence.*;
                import java.util.*;
                import org.hibernate.annotations.SoftDelete;
                import org.hibernate.annotations.JdbcTypeCode;
                class Model {
                %s
                }
                """.formatted(classes);
        return map(
                settings,
                JavaFileObjects.forSourceString("Model", source),
                (environment, round) -> round.getRootElements().stream()
                        .flatMap(root -> ElementFilter.typesIn(root.getEnclosedElements()).stream())
                        .toList());
    }

    private interface Candidates {
        List<TypeElement> in(ProcessingEnvironment environment, RoundEnvironment round);
    }

    private static MappedClasses map(Settings settings, JavaFileObject source, Candidates candidates) {
        List<Model> models = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        Function<Place, String> at =
                place -> place.element().map(Object::toString).orElse("-");
        Compiler.javac()
                .withOptions("-proc:only")
                .withProcessors(new AbstractProcessor() {
                    @Override
                    public Set<String> getSupportedAnnotationTypes() {
                        return Set.of("*");
                    }

                    @Override
                    public SourceVersion getSupportedSourceVersion() {
                        return SourceVersion.latest();
                    }

                    @Override
                    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                        if (models.isEmpty()) {
                            Diagnostics diagnostics =
                                    (message, place) -> messages.add(message.code() + " at " + at.apply(place));
                            models.add(
                                    new Mapping(processingEnv, settings, diagnostics, StrategyLoader.ofProcessorPath())
                                            .map(candidates.in(processingEnv, round)));
                        }
                        return false;
                    }
                })
                .compile(source);
        return new MappedClasses(models.get(0), messages);
    }
}
