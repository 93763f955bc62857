package dev.godwit.tool;

import dev.godwit.command.ApplicationClassLoader;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module's migrations and dependencies, loaded.
 *
 * <p>Migrations are compiled from their source files into a directory of Godwit's own, since what a build tool has
 * compiled may be older than what is committed. Other classes that they use come from the build tool.
 */
public final class ProjectCode implements AutoCloseable {

    private final ApplicationClassLoader loader;

    private ProjectCode(ApplicationClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Compiles and loads the migrations that a ledger names. A class whose source file is not there is left to the
     * class path.
     *
     * @throws ToolException when a migration does not compile
     */
    public static ProjectCode of(BuildModule module, Ledger ledger) {
        return of(module, ledger.entries().stream().map(LedgerEntry::className).toList());
    }

    /**
     * Compiles and loads migrations by the names of their classes.
     *
     * @throws ToolException when a migration does not compile
     */
    static ProjectCode of(BuildModule module, List<String> classNames) {
        List<Path> sources = classNames.stream()
                .map(name -> source(module, name))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        List<Path> classPath = new ArrayList<>();
        if (!sources.isEmpty()) {
            classPath.add(compiled(module, sources));
        }
        // Resources as they are committed, before those that were copied when the module was last compiled.
        classPath.add(module.resources());
        classPath.add(module.classes());
        classPath.addAll(module.runtimeClassPath());
        return new ProjectCode(new ApplicationClassLoader(classPath, ProjectCode.class.getClassLoader()));
    }

    /** Sees the migrations and the dependencies; Godwit's own classes are those of the caller. */
    public ClassLoader loader() {
        return loader;
    }

    /** The source file of a class. */
    static Optional<Path> source(BuildModule module, String className) {
        String topLevel = className.contains("$") ? className.substring(0, className.indexOf('$')) : className;
        String file = topLevel.replace('.', '/') + ".java";
        return module.sources().roots().stream()
                .map(root -> root.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The directory is named by what it is compiled from, and complete once its marker is there. */
    private static Path compiled(BuildModule module, List<Path> sources) {
        Path directory = module.work().resolve("migrations").resolve(digest(sources));
        Path marker = directory.resolve("complete");
        if (!Files.exists(marker)) {
            List<Path> classPath = Stream.concat(Stream.of(module.classes()), module.sources().classPath().stream())
                    .toList();
            new Compiler().compile(module.sources().withClassPath(classPath), sources, directory);
            create(marker);
        }
        return directory;
    }

    private static String digest(List<Path> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path source : sources) {
                digest.update(source.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(source));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void create(Path marker) {
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            System.getLogger(ProjectCode.class.getName())
                    .log(System.Logger.Level.DEBUG, "A class loader cannot be closed", e);
        }
    }
}
