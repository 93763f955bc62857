package dev.godwit.project;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files that change together, and files that go then. All is written beside its place first, then moved there one by one; when one cannot be,
 * those before it get back what they held.
 */
final class FileSet {

    private final Map<Path, byte[]> contents = new LinkedHashMap<>();
    private final Set<Path> gone = new LinkedHashSet<>();

    /** Adds a file that may be there. Files are moved in the order in which they are added. */
    FileSet with(Path file, String text) {
        contents.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file that may be there. */
    FileSet with(Path file, String text, Charset encoding) {
        contents.put(file, text.getBytes(encoding));
        return this;
    }

    /** Takes a file away, once all others are written; one that is written stays. */
    FileSet without(Path file) {
        gone.add(file);
        return this;
    }

    /**
     * Adds a file that must not be there.
     *
     * @throws ProjectException when it is
     */
    FileSet withNew(Path file, String text, Charset encoding) {
        if (Files.exists(file)) {
            throw new ProjectException(ProjectMessages.exists(file));
        }
        contents.put(file, text.getBytes(encoding));
        return this;
    }

    /**
     * Writes all files or none.
     *
     * @return the files written
     * @throws ProjectException when one cannot be written
     */
    List<Path> write() {
        Map<Path, Path> prepared = new LinkedHashMap<>();
        Map<Path, Optional<byte[]>> replaced = new LinkedHashMap<>();
        Path current = Path.of("");
        try {
            for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
                current = file.getKey();
                prepared.put(current, prepare(current, file.getValue()));
            }
            for (Map.Entry<Path, Path> file : prepared.entrySet()) {
                current = file.getKey();
                replaced.put(current, held(current));
                move(file.getValue(), current);
            }
            for (Path file : gone) {
                if (!contents.containsKey(file)) {
                    current = file;
                    replaced.put(current, held(current));
                    Files.deleteIfExists(current);
                }
            }
        } catch (IOException e) {
            takeBack(replaced, e);
            throw new ProjectException(ProjectMessages.unwritable(current, e), e);
        } finally {
            prepared.values().forEach(FileSet::discard);
        }
        return List.copyOf(contents.keySet());
    }

    private static Path prepare(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, ".godwit-", ".tmp");
        return Files.write(temporary, content);
    }

    private static Optional<byte[]> held(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void takeBack(Map<Path, Optional<byte[]>> replaced, IOException cause) {
        List<Path> lost = new ArrayList<>();
        replaced.forEach((file, content) -> {
            try {
                if (content.isPresent()) {
                    Files.write(file, content.get());
                } else {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                cause.addSuppressed(e);
                lost.add(file);
            }
        });
        if (!lost.isEmpty()) {
            throw new ProjectException(ProjectMessages.halfWritten(lost, cause), cause);
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            System.getLogger(FileSet.class.getName())
                    .log(System.Logger.Level.DEBUG, "A temporary file stays: " + temporary, e);
        }
    }
}
