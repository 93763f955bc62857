package dev.godwit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an archive that carries its own libraries keeps them: {@code BOOT-INF} of Spring Boot's executable jars (its
 * reference documentation, "The Executable Jar Format"), {@code WEB-INF} of wars.
 *
 * <p>Spring Boot's plugins leave what was in {@code META-INF} of the application at the root, where its launcher finds it.
 */
enum Layout {
    BOOT("BOOT-INF/classes/", List.of("BOOT-INF/lib/")),
    WEB("WEB-INF/classes/", List.of("WEB-INF/lib/", "WEB-INF/lib-provided/"));

    private static final String META = "META-INF/";

    private final String classes;
    private final List<String> libraries;

    Layout(String classes, List<String> libraries) {
        this.classes = classes;
        this.libraries = libraries;
    }

    /** The layout of a directory or archive; empty for a plain one. */
    static Optional<Layout> of(Path root) {
        return Stream.of(values())
                .filter(layout -> Files.isDirectory(root.resolve(layout.classes)))
                .findFirst();
    }

    /** The class path of a directory: classes, or an application that was unpacked. */
    static List<Path> ofDirectory(Path root) throws IOException {
        Optional<Layout> layout = of(root);
        return layout.isEmpty() ? List.of(root) : layout.get().classPath(root);
    }

    /** The root, classes, and libraries, in the order in which Spring Boot's launcher has them. */
    List<Path> classPath(Path root) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(root, root.resolve(classes)));
        for (String directory : libraries) {
            classPath.addAll(jars(root.resolve(directory)));
        }
        return classPath;
    }

    /** Whether an entry of an archive belongs to its class path. */
    boolean holds(String entry) {
        return entry.startsWith(META)
                || entry.startsWith(classes)
                || libraries.stream().anyMatch(entry::startsWith);
    }

    private static List<Path> jars(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
