package dev.godwit.processor;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files around a module, as a compilation or a build tool sees them. */
public interface UnitFiles {

    /** The text of a resource of the module itself. */
    Optional<String> own(String resource);

    /** The text of a resource of the module or its dependencies. */
    Optional<String> any(String resource);

    /** A jar, or a directory of classes, as {@code persistence.xml} names it. */
    Optional<Path> jar(String name);

    /**
     * Finds a jar that is named by its URL or path, where that is relative to the root of the persistence unit or to the
     * directory that the root is in (Jakarta Persistence 3.2, section 8.2.1.7).
     */
    static Optional<Path> jar(String name, Optional<Path> root) {
        try {
            Path path = name.startsWith("file:") ? Path.of(URI.create(name)) : Path.of(name);
            return Stream.concat(
                            Stream.of(path).filter(Path::isAbsolute),
                            root.stream().flatMap(from -> Stream.of(from.resolve(path), from.resolveSibling(path))))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }
}
