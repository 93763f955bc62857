package dev.godwit.tool;

import dev.godwit.Migration;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.project.RecordedMigration;
import dev.godwit.recording.Recording;
import java.util.List;

/** The committed migrations of a module, recorded whether or not they are what the ledger has sealed. */
public final class MigrationClasses {

    private MigrationClasses() {}

    /**
     * Every migration of the ledger, in its order.
     *
     * @throws ToolException when one does not compile or cannot be loaded
     * @throws dev.godwit.recording.RecordingException when one throws, or records something else the second time
     */
    public static List<RecordedMigration> recorded(BuildModule module, Ledger ledger) {
        try (ProjectCode code = ProjectCode.of(module, ledger)) {
            return ledger.entries().stream()
                    .map(entry -> new RecordedMigration(entry, Recording.of(instance(entry, code.loader()))))
                    .toList();
        }
    }

    private static Migration instance(LedgerEntry entry, ClassLoader loader) {
        try {
            return Class.forName(entry.className(), true, loader)
                    .asSubclass(Migration.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw ToolMessages.migrationNotLoadable(entry.className(), e);
        }
    }
}
