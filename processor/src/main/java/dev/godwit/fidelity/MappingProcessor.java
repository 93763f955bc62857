package dev.godwit.fidelity;

import dev.godwit.mapping.Mapping;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.model.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Maps the classes of one case in the first round of its compilation. */
final class MappingProcessor extends AbstractProcessor {

    private static final String PACKAGE = "package:";

    private final List<String> entities;
    private final Settings settings;
    private final CaseResult result;
    private boolean done;

    MappingProcessor(List<String> entities, Settings settings, CaseResult result) {
        this.entities = entities;
        this.settings = settings;
        this.result = result;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    private Stream<Element> named(String name) {
        Elements elements = processingEnv.getElementUtils();
        return Stream.ofNullable(
                name.startsWith(PACKAGE)
                        ? elements.getPackageElement(name.substring(PACKAGE.length()))
                        : elements.getTypeElement(name.replace('$', '.')));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!done) {
            done = true;
            try {
                result.model(new Mapping(
                                processingEnv,
                                settings,
                                (message, place) -> result.report(message, place),
                                StrategyLoader.ofProcessorPath(),
                                MappingFiles.NONE)
                        .map(entities.stream().flatMap(this::named).toList()));
            } catch (RuntimeException e) {
                result.fail(e);
            }
        }
        return false;
    }
}
