package dev.godwit.tool;

import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.project.RecordedMigration;
import dev.godwit.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A generated migration, compiled and recorded apart before it becomes a file of the project. */
public final class NewMigration {

    private NewMigration() {}

    /**
     * Makes sure that the source compiles and records what the ledger will say.
     *
     * @throws ToolException when it does not, which is a defect of Godwit
     */
    public static void require(BuildModule module, LedgerEntry entry, String source) {
        Recording recording = recorded(module, entry, source).recording();
        if (!Fingerprint.of(recording.up(), recording.down()).equals(entry.fingerprint())) {
            throw ToolMessages.recordsOtherwise(entry.className());
        }
    }

    /** What a source records, compiled apart. @throws ToolException when it does not compile or cannot be loaded */
    public static RecordedMigration recorded(BuildModule module, LedgerEntry entry, String source) {
        return MigrationClasses.recorded(
                        apart(module, entry, source), Ledger.EMPTY.plus(entry.behind(Optional.empty())))
                .get(0);
    }

    /** The module with this migration as its only source, in a directory of Godwit's own. */
    static BuildModule apart(BuildModule module, LedgerEntry entry, String source) {
        Path root = module.work().resolve("accept");
        Path file = root.resolve(entry.className().replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source, module.sources().encoding());
            return module.withSourceRoots(List.of(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
