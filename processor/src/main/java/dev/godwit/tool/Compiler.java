package dev.godwit.tool;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of the JDK that runs the build, in this process. */
final class Compiler {

    private final JavaCompiler javac =
            Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).orElseThrow(ToolMessages::noCompiler);

    /**
     * Runs one processor over the sources and compiles nothing.
     *
     * <p>Names that do not resolve are no error, since other processors that generate them do not run here.
     *
     * @return the diagnostics of all kinds
     */
    List<Diagnostic<? extends JavaFileObject>> process(Sources sources, Processor processor) {
        List<String> options = options(sources, "-proc:only", "-implicit:none");
        List<Path> sourcePath = Stream.concat(sources.roots().stream(), sources.generated().stream())
                .filter(Files::isDirectory)
                .toList();
        if (!sourcePath.isEmpty()) {
            options.addAll(List.of("-sourcepath", path(sourcePath)));
        }
        return run(sources, sources.files(), options, Optional.of(processor)).diagnostics();
    }

    /**
     * Compiles source files into a directory.
     *
     * @throws ToolException when they do not compile
     */
    void compile(Sources sources, List<Path> files, Path into) {
        create(into);
        List<String> options =
                options(sources, "-Xlint:none", "-proc:none", "-implicit:none", "-g", "-d", into.toString());
        Outcome outcome = run(sources, files, options, Optional.empty());
        if (!outcome.success()) {
            throw ToolMessages.migrationNotCompiled(errors(outcome.diagnostics()));
        }
    }

    /** The errors as a compiler prints them, one a line. */
    static String errors(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> SourceMessage.of(each).toString())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private record Outcome(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {}

    private Outcome run(Sources sources, List<Path> files, List<String> options, Optional<Processor> processor) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, sources.encoding())) {
            CompilationTask task = javac.getTask(
                    null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files));
            processor.ifPresent(each -> task.setProcessors(List.of(each)));
            return new Outcome(task.call(), diagnostics.getDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(Sources sources, String... more) {
        List<String> options = new ArrayList<>(
                List.of("-classpath", path(sources.classPath()), "-Xmaxerrs", "10000", "-Xmaxwarns", "10000"));
        options.addAll(List.of(more));
        return options;
    }

    private static String path(List<Path> parts) {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
