package dev.godwit.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Runs over the sources of a module and makes one value of its managed classes; for goals, which read the model from
 * source files.
 *
 * @param <T> what is made
 */
@SupportedAnnotationTypes("*")
public final class SourceProcessor<T> extends AbstractProcessor {

    private final List<String> known;
    private final BiFunction<ProcessingEnvironment, List<Element>, T> reading;
    private final List<T> result = new ArrayList<>(1);
    private ManagedClasses managed;

    /**
     * @param known binary names of classes that may be managed too, such as those the snapshot names
     * @param reading called in the last round with the managed classes and annotated packages, sorted by name
     */
    public SourceProcessor(Collection<String> known, BiFunction<ProcessingEnvironment, List<Element>, T> reading) {
        this.known = List.copyOf(known);
        this.reading = reading;
    }

    /** What was made; empty when the compiler did not get as far. */
    public Optional<T> result() {
        return result.stream().findFirst();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        managed = new ManagedClasses(environment.getElementUtils());
        managed.addKnown(known);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            result.add(reading.apply(processingEnv, managed.present()));
        } else {
            managed.addRoots(round);
        }
        return false;
    }
}
