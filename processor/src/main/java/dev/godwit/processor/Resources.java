package dev.godwit.processor;

import dev.godwit.project.settings.PersistenceXml;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** The files that a processor reads and writes, all through the compiler's filer except those an option names. */
final class Resources implements UnitFiles {

    private final Filer filer;
    private final Optional<Path> root;

    /** @param root the directory of the module's resources, where it is known */
    Resources(Filer filer, Optional<Path> root) {
        this.filer = filer;
        this.root = root;
    }

    /**
     * The text of a resource of the module: of the compilation's output, where build tools copy resources before
     * compiling, or else of the directory that they are copied from.
     */
    Optional<String> read(String name) {
        return read(StandardLocation.CLASS_OUTPUT, name).or(() -> root.flatMap(path -> read(path.resolve(name))));
    }

    @Override
    public Optional<String> own(String resource) {
        return read(resource);
    }

    @Override
    public Optional<String> any(String resource) {
        return read(resource).or(() -> read(StandardLocation.CLASS_PATH, resource));
    }

    @Override
    public Optional<Path> jar(String name) {
        return UnitFiles.jar(name, output());
    }

    /** The directory of the compilation's output, found by the file that names jars. */
    private Optional<Path> output() {
        try {
            Path file = Path.of(uri(StandardLocation.CLASS_OUTPUT, "", PersistenceXml.PATH));
            return Optional.of(file.resolve("../..").normalize());
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return root;
        }
    }

    /** The file of a resource of the module, of the compilation's output or else of where resources are copied from. */
    Optional<Path> file(String name) {
        try {
            return Optional.of(Path.of(uri(StandardLocation.CLASS_OUTPUT, "", name)))
                    .filter(Files::exists)
                    .or(() -> root.map(path -> path.resolve(name)).filter(Files::exists));
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return root.map(path -> path.resolve(name)).filter(Files::exists);
        }
    }

    /** Whether a resource of this name is on the class path, outside this compilation. */
    boolean isOnClassPath(String name) {
        return read(StandardLocation.CLASS_PATH, name).isPresent();
    }

    private Optional<String> read(Location location, String name) {
        try {
            return Optional.of(text(filer.getResource(location, "", name)));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException absent) {
            return Optional.empty();
        }
    }

    /** The text of a file; empty when there is none that can be read. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Writes a resource of the compilation's output, unless it holds this text already. */
    void write(String name, String text) throws IOException {
        write(filer.createResource(StandardLocation.CLASS_OUTPUT, "", name), text);
    }

    /**
     * Writes a file among the generated sources as a resource, which the compiler does not compile.
     *
     * @return false, and nothing is written, where generated sources have no directory of their own: beside the classes
     *     it would be released with them
     */
    boolean writeBesideGeneratedSources(String packageName, String name, String text) throws IOException {
        URI released = uri(StandardLocation.CLASS_OUTPUT, packageName, name);
        FileObject file = filer.createResource(StandardLocation.SOURCE_OUTPUT, packageName, name);
        if (file.toUri().equals(released)) {
            return false;
        }
        write(file, text);
        return true;
    }

    private URI uri(Location location, String packageName, String name) throws IOException {
        try {
            return filer.getResource(location, packageName, name).toUri();
        } catch (FileNotFoundException | NoSuchFileException absent) {
            return URI.create("");
        }
    }

    private static void write(FileObject file, String text) throws IOException {
        if ("file".equals(file.toUri().getScheme()) && holds(file, text)) {
            return;
        }
        try (Writer writer = file.openWriter()) {
            writer.write(text);
        }
    }

    private static boolean holds(FileObject file, String text) {
        try {
            return read(Path.of(file.toUri())).equals(Optional.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String text(FileObject file) throws IOException {
        return file.getCharContent(true).toString();
    }
}
