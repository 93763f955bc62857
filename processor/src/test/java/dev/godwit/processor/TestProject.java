package dev.godwit.processor;

import dev.godwit.data.DeclaredData;
import dev.godwit.ledger.Ledger;
import dev.godwit.mapping.MessagerDiagnostics;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.SourceReading;
import dev.godwit.tool.Sources;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A project's directories, compiled as build tools and IDEs do: all files or some, by javac or by Eclipse's compiler. */
final class TestProject {

    /** What the compiler said. */
    record Said(Kind kind, String text, Optional<String> file, long line, String at) {

        String code() {
            return text.startsWith("GW") ? text.substring(0, 6) : "";
        }
    }

    /** The outcome of a compilation. */
    record Outcome(boolean success, List<Said> messages) {

        /** Messages with this code. */
        List<Said> all(String code) {
            return messages.stream().filter(said -> said.code().equals(code)).toList();
        }

        Said only(String code) {
            List<Said> found = all(code);
            if (found.size() != 1) {
                throw new AssertionError("%d messages %s in %s".formatted(found.size(), code, messages));
            }
            return found.get(0);
        }

        List<String> codes() {
            return messages.stream()
                    .map(Said::code)
                    .filter(code -> !code.isEmpty())
                    .toList();
        }
    }

    private final Path base;
    private final List<String> options = new ArrayList<>();
    private final List<Path> dependencies = new ArrayList<>();
    private boolean generates = true;
    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    TestProject(Path base) {
        this.base = base;
    }

    TestProject withEclipse() {
        compiler = new EclipseCompiler();
        return this;
    }

    /** Adds classes to the class path. */
    TestProject dependency(Path directory) {
        dependencies.add(directory);
        return this;
    }

    TestProject withoutGeneratedSources() {
        generates = false;
        return this;
    }

    TestProject option(String name, String value) {
        options.add("-A" + name + "=" + value);
        return this;
    }

    /** Writes a source file; its package and name are read from the text. */
    Path source(String text) {
        String packageName = text.lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')))
                .findFirst()
                .orElse("");
        String name = text.replaceAll("(?s).*?\\b(?:class|record|enum|interface) (\\w+).*", "$1");
        return write(base.resolve("src").resolve(packageName.replace('.', '/')).resolve(name + ".java"), text);
    }

    /** Writes a source file of this path. */
    Path write(String file, String text) {
        return write(base.resolve("src").resolve(file), text);
    }

    /** Puts a resource among the classes, as Maven does before it compiles. */
    Path resource(String name, String text) {
        return write(classes().resolve(name), text);
    }

    Path classes() {
        return base.resolve("classes");
    }

    Path generated(String name) {
        return base.resolve("generated").resolve(name);
    }

    /** An empty snapshot and ledger, as {@code godwit:init} writes them. */
    TestProject init() {
        resource(
                Snapshot.PATH,
                Snapshot.empty(new Settings("a.migrations", Convention.JPA, false, HibernateLine.V7, Map.of()))
                        .text());
        resource(Ledger.PATH, Ledger.EMPTY.text());
        return this;
    }

    /** Lets the snapshot be what the sources ask for, as if their migration were accepted. */
    TestProject accept() {
        Snapshot before =
                Snapshot.parse(Resources.read(classes().resolve(Snapshot.PATH)).orElseThrow());
        Sources sources = new Sources(
                List.of(base.resolve("src")),
                List.of(),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                StandardCharsets.UTF_8);
        Analysis analysis = SourceReading.of(
                        sources,
                        List.of(),
                        (environment, managed) -> Analysis.of(
                                environment,
                                managed,
                                before,
                                StrategyLoader.ofProcessorPath(),
                                unit(),
                                DeclaredData.NONE,
                                new MessagerDiagnostics(environment.getMessager())))
                .value()
                .orElseThrow();
        resource(
                Snapshot.PATH,
                new Snapshot(
                                before.head(),
                                before.settings(),
                                analysis.difference().after(),
                                analysis.model().origins())
                        .text());
        return this;
    }

    private PersistenceUnit unit() {
        return PersistenceUnit.read(
                new UnitFiles() {
                    @Override
                    public Optional<String> own(String resource) {
                        return Resources.read(classes().resolve(resource));
                    }

                    @Override
                    public Optional<String> any(String resource) {
                        return own(resource);
                    }

                    @Override
                    public Optional<Path> jar(String name) {
                        return UnitFiles.jar(name, Optional.of(classes()));
                    }
                },
                List.of());
    }

    /** Compiles every source file. */
    Outcome compile() {
        try (Stream<Path> all = Files.walk(base.resolve("src"))) {
            return compile(all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toArray(Path[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles these files against what was compiled before. */
    Outcome compile(Path... files) {
        create(classes());
        create(base.resolve("generated"));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-d", classes().toString(), "-classpath", classPath(), "--release", "17"));
            if (generates) {
                all.addAll(List.of("-s", base.resolve("generated").toString()));
            }
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(Arrays.asList(files)));
            task.setProcessors(List.of(new GodwitProcessor()));
            boolean success = task.call();
            return new Outcome(
                    success,
                    diagnostics.getDiagnostics().stream().map(TestProject::said).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath() {
        return Stream.concat(
                        Stream.concat(Stream.of(classes()), dependencies.stream())
                                .map(Path::toString),
                        Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Said said(Diagnostic<? extends JavaFileObject> diagnostic) {
        Optional<JavaFileObject> source = Optional.ofNullable(diagnostic.getSource());
        return new Said(
                diagnostic.getKind(),
                diagnostic.getMessage(Locale.ROOT),
                source.map(file -> Path.of(file.toUri()).getFileName().toString()),
                diagnostic.getLineNumber(),
                source.map(file -> text(file, diagnostic)).orElse(""));
    }

    /** The source text that the message points at. */
    private static String text(JavaFileObject file, Diagnostic<?> diagnostic) {
        try {
            CharSequence content = file.getCharContent(true);
            int start = (int) diagnostic.getStartPosition();
            int end = Math.min(content.length(), (int) diagnostic.getEndPosition());
            return start < 0 || end < start
                    ? ""
                    : content.subSequence(start, end).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            create(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
