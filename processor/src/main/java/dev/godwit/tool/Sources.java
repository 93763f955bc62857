package dev.godwit.tool;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The source files of a module and what they compile against.
 *
 * @param roots source directories that people write into; those that do not exist are passed over
 * @param generated directories of generated sources, read only for types that nothing else declares
 * @param classPath the compile class path without the module's own classes
 */
public record Sources(List<Path> roots, List<Path> generated, List<Path> classPath, Charset encoding) {

    public Sources {
        roots = List.copyOf(roots);
        generated = List.copyOf(generated);
        classPath = List.copyOf(classPath);
    }

    Sources withRoots(List<Path> other) {
        return new Sources(other, generated, classPath, encoding);
    }

    Sources withClassPath(List<Path> other) {
        return new Sources(roots, generated, other, encoding);
    }

    /**
     * Every Java source file, sorted. A module descriptor is left out: read on the class path, code needs none.
     *
     * @throws ToolException when a directory cannot be read
     */
    List<Path> files() {
        return roots.stream().filter(Files::isDirectory).flatMap(Sources::files).toList();
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw ToolMessages.unreadable(root, e);
        }
    }
}
