package dev.godwit.tool;

import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.project.RecordedMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A generated migration, compiled and recorded apart before it becomes a file of the project. */
public final class NewMigration {

    private NewMigration() {}

    /**
     * Makes sure that the source compiles and records what the ledger will say.
     *
     * @throws ToolException when it does not, which is a defect of Godwit
     */
    public static void require(BuildModule module, LedgerEntry entry, String source) {
        Path root = module.work().resolve("accept");
        Path file = root.resolve(entry.className().replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source, module.sources().encoding());
            BuildModule apart = module.withSourceRoots(List.of(root));
            RecordedMigration recorded = MigrationClasses.recorded(
                            apart, Ledger.EMPTY.plus(entry.version(), entry.className(), entry.fingerprint()))
                    .get(0);
            Fingerprint now = Fingerprint.of(
                    recorded.recording().up(), recorded.recording().down());
            if (!now.equals(entry.fingerprint())) {
                throw ToolMessages.recordsOtherwise(entry.className());
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
