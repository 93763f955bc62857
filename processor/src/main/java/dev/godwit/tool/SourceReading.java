package dev.godwit.tool;

import dev.godwit.command.Problem;
import dev.godwit.processor.SourceProcessor;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What was read from a module's source files by the compiler, without compiling them.
 *
 * @param messages what was reported with a code while reading, at its place in the sources
 */
public record SourceReading<T>(T value, List<SourceMessage> messages) {

    public SourceReading {
        messages = List.copyOf(messages);
    }

    /**
     * Reads the managed classes of a module.
     *
     * @param known as {@link SourceProcessor} takes them
     * @param reading makes the value; what it prints to the messager becomes the messages
     * @throws ToolException when the sources cannot be parsed, or there is no compiler
     */
    public static <T> SourceReading<T> of(
            Sources sources, Collection<String> known, BiFunction<ProcessingEnvironment, List<Element>, T> reading) {
        SourceProcessor<T> processor = new SourceProcessor<>(known, reading);
        List<Diagnostic<? extends JavaFileObject>> diagnostics = new Compiler().process(sources, processor);
        T value = processor.result().orElseThrow(() -> ToolMessages.sourcesDoNotCompile(Compiler.errors(diagnostics)));
        return new SourceReading<>(
                value,
                diagnostics.stream()
                        .map(SourceMessage::of)
                        .filter(message -> Problem.of(message.text()).isPresent())
                        .toList());
    }
}
