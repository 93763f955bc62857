package dev.godwit.processor;

import com.google.auto.service.AutoService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Compares the entities of a compilation with the committed snapshot, writes the migration that they still need as
 * {@code PendingMigration.java} among the generated sources, and reports at the elements what deserves attention.
 *
 * <p>Collects in every round and works in the last one, when what other processors generate is there. Claims no
 * annotation, and asks for all of them: a compilation whose last entity has gone is one to look at too.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
@SupportedOptions({GodwitProcessor.SNAPSHOT, GodwitProcessor.ENTITIES})
public final class GodwitProcessor extends AbstractProcessor {

    /** Option: the path of the committed {@code schema.json}, where it is not copied to the output first. */
    static final String SNAPSHOT = "godwit.snapshot";

    /** Option: qualified names of entities outside the compilation, separated by commas. */
    static final String ENTITIES = "godwit.entities";

    private static final Logger LOGGER = System.getLogger("dev.godwit.processor");

    private Compilation compilation;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = new Compilation(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            if (round.processingOver()) {
                compilation.finish();
            } else {
                compilation.add(round);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOGGER.log(Level.DEBUG, "Unexpected failure", e);
            compilation.report(ProcessorMessages.unexpected(e));
        }
        return false;
    }
}
