package dev.godwit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What reports call an application. */
final class ApplicationName {

    private ApplicationName() {}

    /** The name of the first file. */
    static String of(List<Path> application) {
        return application.stream()
                .findFirst()
                .map(path -> path.toAbsolutePath().normalize())
                .flatMap(path -> Optional.ofNullable(path.getFileName()))
                .map(Path::toString)
                .orElse("application");
    }
}
