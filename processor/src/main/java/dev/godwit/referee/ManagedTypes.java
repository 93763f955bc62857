package dev.godwit.referee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a persistence unit manages.
 *
 * @param classes binary names of entities, mapped superclasses, embeddables and converters
 * @param packages names of the packages whose {@code package-info} carries mapping annotations
 * @param mappingFiles resources on the class path, such as {@code META-INF/orm.xml}
 */
public record ManagedTypes(List<String> classes, List<String> packages, List<String> mappingFiles) {

    private static final String PACKAGE = "package-info";
    private static final List<String> OF_CLASSES = List.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Converter;");
    private static final List<String> OF_PACKAGES = List.of("Ljakarta/persistence/", "Lorg/hibernate/annotations/");

    public ManagedTypes {
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        mappingFiles = List.copyOf(mappingFiles);
    }

    /**
     * The managed classes and packages below a directory of compiled classes, or in a jar, sorted by name.
     *
     * <p>No class is loaded: an annotation's descriptor stands in the constant pool of the class that carries it.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static ManagedTypes in(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return below(entry);
        }
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
            return below(jar.getPath("/"));
        } catch (IOException | ProviderNotFoundException noJar) {
            throw new UncheckedIOException(new IOException(entry + " is no jar", noJar));
        }
    }

    private static ManagedTypes below(Path directory) {
        List<String> classes = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (Path file : classFiles(directory)) {
            String name = className(directory, file);
            boolean isPackage = name.equals(PACKAGE) || name.endsWith("." + PACKAGE);
            if (mentions(file, isPackage ? OF_PACKAGES : OF_CLASSES)) {
                if (isPackage) {
                    packages.add(name.substring(0, Math.max(0, name.length() - PACKAGE.length() - 1)));
                } else {
                    classes.add(name);
                }
            }
        }
        return new ManagedTypes(classes, packages, List.of());
    }

    /** The same with these mapping files. */
    public ManagedTypes withMappingFiles(List<String> other) {
        return new ManagedTypes(classes, packages, other);
    }

    private static List<Path> classFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path directory, Path file) {
        String relative = directory.relativize(file).toString();
        return relative.substring(0, relative.length() - ".class".length())
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    private static boolean mentions(Path file, List<String> descriptors) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return descriptors.stream().anyMatch(bytes::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
