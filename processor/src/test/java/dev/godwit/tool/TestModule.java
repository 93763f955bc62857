package dev.godwit.tool;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module on disk as a build tool would describe it, with this JVM's class path as its dependencies. */
public final class TestModule {

    private final Path base;

    public TestModule(Path base) {
        this.base = base;
    }

    /** Writes a file, such as {@code src/main/java/a/B.java}. */
    public Path write(String file, String text) {
        try {
            Path path = base.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String file) {
        try {
            return Files.readString(base.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String file) {
        try {
            Files.delete(base.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one file in a directory whose path is like this. */
    public Path only(String directory, Predicate<String> like) {
        List<String> found = files().keySet().stream()
                .filter(file -> file.startsWith(directory))
                .filter(like)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.toString());
        }
        return base.resolve(found.get(0));
    }

    /** Every file outside of {@code target}, by its path. */
    public Map<String, String> files() {
        try (Stream<Path> all = Files.walk(base)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString())
                    .filter(file -> !file.startsWith("target"))
                    .collect(Collectors.toMap(file -> file, this::read, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BuildModule module() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new BuildModule(
                "shop",
                base,
                new Sources(
                        List.of(base.resolve("src/main/java")),
                        List.of(base.resolve("target/generated-sources/annotations")),
                        classPath,
                        StandardCharsets.UTF_8),
                base.resolve("src/main/resources"),
                base.resolve("target/classes"),
                classPath,
                List.of(),
                base.resolve("target/godwit"));
    }
}
