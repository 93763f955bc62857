package dev.godwit.source;

import dev.godwit.Migration;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources and makes migrations of them. */
final class SourceCompiler {

    private SourceCompiler() {}

    /** The migration of this source, compiled in {@code directory}. */
    static Migration compile(Path directory, String className, String source) {
        try {
            Path file = Files.writeString(
                    directory.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java"), source);
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
                List<String> options = List.of("-proc:none", "-d", directory.toString());
                boolean compiled = compiler.getTask(
                                null, files, messages, options, null, files.getJavaFileObjects(file))
                        .call();
                if (!compiled) {
                    throw new AssertionError(messages.getDiagnostics() + "\n" + source);
                }
            }
            URL[] classes = {directory.toUri().toURL()};
            URLClassLoader loader = new URLClassLoader(classes, SourceCompiler.class.getClassLoader());
            return (Migration) loader.loadClass(className).getConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
