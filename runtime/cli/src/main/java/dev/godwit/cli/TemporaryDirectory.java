package dev.godwit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is removed with all that is in it. */
record TemporaryDirectory(Path path) implements AutoCloseable {

    static TemporaryDirectory create() {
        try {
            return new TemporaryDirectory(Files.createTempDirectory("godwit-cli"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new directory inside. */
    Path fresh() throws IOException {
        return Files.createTempDirectory(path, "unpacked");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.getLogger(TemporaryDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "A temporary directory stays behind", e);
        }
    }
}
