package dev.godwit.tool;

import dev.godwit.command.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A compiler's message.
 *
 * @param line from 1; 0 without a file
 * @param column from 1; 0 without a file
 */
public record SourceMessage(Diagnostic.Kind kind, String text, Optional<Path> file, long line, long column) {

    static SourceMessage of(Diagnostic<? extends JavaFileObject> diagnostic) {
        Optional<Path> file = Optional.ofNullable(diagnostic.getSource())
                .map(JavaFileObject::toUri)
                .filter(uri -> "file".equals(uri.getScheme()))
                .map((URI uri) -> Path.of(uri));
        return new SourceMessage(
                diagnostic.getKind(),
                diagnostic.getMessage(Locale.ROOT),
                file,
                Math.max(0, diagnostic.getLineNumber()),
                Math.max(0, diagnostic.getColumnNumber()));
    }

    public boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    /** The problem that it states, with its place. */
    public Problem problem() {
        Problem problem = Problem.of(text).orElseGet(() -> new Problem(ToolMessages.SOURCES_DO_NOT_COMPILE, text));
        return file.map(path ->
                        new Problem(problem.code(), "%s:[%d,%d] %s".formatted(path, line, column, problem.text())))
                .orElse(problem);
    }

    @Override
    public String toString() {
        return file.map(path -> "%s:[%d,%d] %s".formatted(path, line, column, text))
                .orElse(text);
    }
}
