package dev.godwit.project.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Directories and jars, looked through in order without loading a class.
 *
 * @param entries those that do not exist count as empty
 */
public record ClassPath(List<Path> entries) {

    private static final Pattern VERSION_IN_NAME = Pattern.compile("-(\\d+(?:\\.[\\w-]+)*)\\.jar$");

    public ClassPath {
        entries = List.copyOf(entries);
    }

    /** Whether this class is there. @param name binary name */
    public boolean holds(String name) {
        return entryWith(resourceOf(name)).isPresent();
    }

    /**
     * The version of the jar that holds this class, by the jar's manifest or else its file name.
     *
     * @param name binary name
     */
    public Optional<String> versionOf(String name) {
        return entryWith(resourceOf(name)).filter(Files::isRegularFile).flatMap(ClassPath::version);
    }

    /**
     * The text of a resource in the first entry that has it.
     *
     * @throws UncheckedIOException when an entry cannot be read
     */
    public Optional<byte[]> read(String resource) {
        return entryWith(resource).map(entry -> bytes(entry, resource));
    }

    /** The first entry that has this resource. */
    public Optional<Path> entryWith(String resource) {
        return entries.stream().filter(entry -> has(entry, resource)).findFirst();
    }

    private static String resourceOf(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static boolean has(Path entry, String resource) {
        if (Files.isDirectory(entry)) {
            return Files.isRegularFile(entry.resolve(resource));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.getEntry(resource) != null;
        } catch (IOException notAnArchive) {
            return false;
        }
    }

    private static byte[] bytes(Path entry, String resource) {
        try {
            if (Files.isDirectory(entry)) {
                return Files.readAllBytes(entry.resolve(resource));
            }
            try (JarFile jar = new JarFile(entry.toFile())) {
                ZipEntry found = jar.getEntry(resource);
                try (InputStream in = jar.getInputStream(found)) {
                    return in.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s in %s cannot be read".formatted(resource, entry), e);
        }
    }

    private static Optional<String> version(Path jarFile) {
        Matcher named = VERSION_IN_NAME.matcher(jarFile.getFileName().toString());
        return manifestVersion(jarFile).or(() -> named.find() ? Optional.of(named.group(1)) : Optional.empty());
    }

    private static Optional<String> manifestVersion(Path jarFile) {
        try (JarFile jar = new JarFile(jarFile.toFile())) {
            return Stream.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .flatMap(attributes ->
                            Stream.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
