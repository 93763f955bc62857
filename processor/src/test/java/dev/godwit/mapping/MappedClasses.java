package dev.godwit.mapping;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.read.Place;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/**
 * A model that was mapped during a compilation.
 *
 * @param messages codes and elements of the messages about it
 * @param texts the messages, each behind its code
 */
record MappedClasses(Model model, List<String> messages, List<String> texts) {

    private static final JavaFileObject NOTHING = JavaFileObjects.forSourceLines("Anything", "class Anything {}");

    /** Maps classes of the class path. */
    static MappedClasses of(Settings settings, List<String> names) {
        return of(settings, names, List.of());
    }

    /** Maps classes of the class path with mapping files of the class path. */
    static MappedClasses of(Settings settings, List<String> names, List<String> mappingFiles) {
        return map(
                settings,
                diagnostics -> MappingFiles.read(mappingFiles, MappedClasses::resource, diagnostics),
                NOTHING,
                (environment, round) -> named(names, environment));
    }

    /** Maps classes of the class path and of these entries beside it. */
    static MappedClasses of(List<Path> more, Settings settings, List<String> names) {
        return map(
                more,
                settings,
                diagnostics -> MappingFiles.NONE,
                NOTHING,
                (environment, round) -> named(names, environment));
    }

    private static List<TypeElement> named(List<String> names, ProcessingEnvironment environment) {
        return names.stream()
                .map(name -> environment.getElementUtils().getTypeElement(name.replace('$', '.')))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Maps what a mapping file of this text names. */
    static MappedClasses ofFile(Settings settings, String ormXml) {
        return map(
                settings,
                diagnostics ->
                        MappingFiles.read(List.of(MappingFiles.IMPLIED), name -> Optional.of(ormXml), diagnostics),
                NOTHING,
                (environment, round) -> List.of());
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
                diagnostics -> MappingFiles.NONE,
                JavaFileObjects.forSourceString("Model", source),
                (environment, round) -> round.getRootElements().stream()
                        .flatMap(root -> ElementFilter.typesIn(root.getEnclosedElements()).stream())
                        .toList());
    }

    private interface Candidates {
        List<TypeElement> in(ProcessingEnvironment environment, RoundEnvironment round);
    }

    private static MappedClasses map(
            Settings settings,
            Function<Diagnostics, MappingFiles> files,
            JavaFileObject source,
            Candidates candidates) {
        return map(List.of(), settings, files, source, candidates);
    }

    private static MappedClasses map(
            List<Path> more,
            Settings settings,
            Function<Diagnostics, MappingFiles> files,
            JavaFileObject source,
            Candidates candidates) {
        List<Model> models = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        Function<Place, String> at =
                place -> place.element().map(Object::toString).orElse("-");
        Compiler.javac()
                .withOptions("-proc:only")
                .withClasspath(Stream.concat(
                                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                        .map(File::new),
                                more.stream().map(Path::toFile))
                        .toList())
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
                            Diagnostics diagnostics = (message, place) -> {
                                messages.add(message.code() + " at " + at.apply(place));
                                texts.add(message.toString());
                            };
                            models.add(new Mapping(
                                            processingEnv,
                                            settings,
                                            diagnostics,
                                            StrategyLoader.ofProcessorPath(),
                                            files.apply(diagnostics))
                                    .map(candidates.in(processingEnv, round)));
                        }
                        return false;
                    }
                })
                .compile(source);
        return new MappedClasses(models.get(0), messages, texts);
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = MappedClasses.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
