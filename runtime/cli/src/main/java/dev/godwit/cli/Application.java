package dev.godwit.cli;

import dev.godwit.command.ApplicationClassLoader;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An application's classes and libraries, loaded apart from those of this tool; closing it removes what was unpacked. */
final class Application implements AutoCloseable {

    private final Optional<URLClassLoader> own;
    private final Optional<TemporaryDirectory> unpacked;

    private Application(Optional<URLClassLoader> own, Optional<TemporaryDirectory> unpacked) {
        this.own = own;
        this.unpacked = unpacked;
    }

    /**
     * @param paths jars, wars and directories of classes; none: the class path of this process
     * @throws CliException when one of them is missing or cannot be read
     */
    static Application open(List<Path> paths) {
        if (paths.isEmpty()) {
            return new Application(Optional.empty(), Optional.empty());
        }
        TemporaryDirectory directory = TemporaryDirectory.create();
        try {
            List<Path> classPath = new ArrayList<>();
            for (Path path : paths) {
                classPath.addAll(classPath(path, directory));
            }
            URLClassLoader loader = new ApplicationClassLoader(classPath, Application.class.getClassLoader());
            return new Application(Optional.of(loader), Optional.of(directory));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static List<Path> classPath(Path path, TemporaryDirectory directory) {
        if (!Files.exists(path)) {
            throw CliMessages.noApplication(path);
        }
        try {
            return Files.isDirectory(path) ? Layout.ofDirectory(path) : new Archive(path).classPath(directory);
        } catch (IOException e) {
            throw CliMessages.unreadable(path, e);
        }
    }

    /** Finds the ledger, migrations and drivers. */
    ClassLoader loader() {
        return own.<ClassLoader>map(loader -> loader).orElseGet(Application.class::getClassLoader);
    }

    @Override
    public void close() {
        try {
            if (own.isPresent()) {
                own.get().close();
            }
        } catch (IOException e) {
            System.getLogger(Application.class.getName())
                    .log(System.Logger.Level.DEBUG, "A class loader cannot be closed", e);
        }
        unpacked.ifPresent(TemporaryDirectory::close);
    }
}
