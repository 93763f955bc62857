package dev.godwit.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A file system in memory with hardly any room; only root can make one. */
public final class TinyDisk implements AutoCloseable {

    private final Path directory;

    private TinyDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Mounts it over a directory.
     *
     * @throws TestAbortedException where that is not allowed
     */
    public static TinyDisk over(Path directory, int megabytes) throws IOException, InterruptedException {
        String options = "size=%dm,mode=0777".formatted(megabytes);
        if (run("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()) != 0) {
            throw new TestAbortedException("Only root can mount a disk.");
        }
        return new TinyDisk(directory);
    }

    public void grow(int megabytes) throws IOException, InterruptedException {
        if (run("mount", "-o", "remount,size=%dm".formatted(megabytes), directory.toString()) != 0) {
            throw new IllegalStateException("The disk does not grow.");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A server that still has files open there lets go of them later. */
    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", directory.toString());
    }
}
