package dev.godwit.processor;

import dev.godwit.ledger.Ledger;
import dev.godwit.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The committed files that belong to a compilation, as text.
 *
 * @param snapshot empty where there is none
 * @param ledger empty where there is none
 * @param missing the file that an option names and that is not there
 */
record CommittedFiles(Optional<String> snapshot, Optional<String> ledger, Optional<String> missing) {

    /** Those beside the path that the option names; without the option, those in the compilation's output. */
    static CommittedFiles find(Map<String, String> options, Resources resources) {
        return Optional.ofNullable(options.get(GodwitProcessor.SNAPSHOT))
                .filter(option -> !option.isBlank())
                .map(option -> beside(Path.of(option)))
                .orElseGet(() -> new CommittedFiles(
                        resources.read(Snapshot.PATH), resources.read(Ledger.PATH), Optional.empty()));
    }

    /** The directory of resources that the option's path is in. */
    static Optional<Path> root(Map<String, String> options) {
        return Optional.ofNullable(options.get(GodwitProcessor.SNAPSHOT))
                .map(Path::of)
                .filter(path -> path.endsWith(Snapshot.PATH))
                .map(path -> path.toAbsolutePath().resolve("../../..").normalize());
    }

    /** The directory that the files are in; empty where they are not in the file system. */
    static Optional<Path> directory(Map<String, String> options, Resources resources) {
        return Optional.ofNullable(options.get(GodwitProcessor.SNAPSHOT))
                .filter(option -> !option.isBlank())
                .map(Path::of)
                .or(() -> resources.file(Snapshot.PATH))
                .map(file -> file.toAbsolutePath().getParent());
    }

    private static CommittedFiles beside(Path snapshot) {
        Optional<String> text = Resources.read(snapshot);
        Path ledger = snapshot.resolveSibling(Path.of(Ledger.PATH).getFileName());
        return new CommittedFiles(
                text, Resources.read(ledger), text.isPresent() ? Optional.empty() : Optional.of(snapshot.toString()));
    }
}
