package dev.godwit.tool;

import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.project.RecordedMigration;
import dev.godwit.project.SourcedMigration;
import dev.godwit.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
                    .map(entry ->
                            new RecordedMigration(entry, Recording.of(instance(entry.className(), code.loader()))))
                    .toList();
        }
    }

    /**
     * Migrations by the names of their classes, at the places that the classes state, sealed as they are.
     *
     * @throws ToolException when one does not compile, cannot be loaded, or states no version
     * @throws dev.godwit.recording.RecordingException when one throws, or records something else the second time
     */
    static List<RecordedMigration> stated(BuildModule module, List<String> classNames) {
        try (ProjectCode code = ProjectCode.of(module, classNames)) {
            return classNames.stream()
                    .map(name -> stated(name, instance(name, code.loader())))
                    .toList();
        }
    }

    private static RecordedMigration stated(String className, Migration migration) {
        Recording recording = Recording.of(migration);
        MigrationInfo info = Optional.ofNullable(migration.getClass().getAnnotation(MigrationInfo.class))
                .orElseThrow(() -> ToolMessages.noMigrationInfo(className, "it has none"));
        try {
            LedgerEntry entry = new LedgerEntry(
                    new Version(info.version()),
                    className,
                    Optional.of(info.after()).filter(after -> !after.isEmpty()).map(Version::new),
                    Fingerprint.of(recording.up(), recording.down()));
            return new RecordedMigration(entry, recording);
        } catch (IllegalArgumentException e) {
            throw ToolMessages.noMigrationInfo(className, e.getMessage());
        }
    }

    /**
     * A migration with its source file.
     *
     * @throws ToolException when the file is not there or cannot be read
     */
    public static SourcedMigration sourced(BuildModule module, RecordedMigration migration) {
        String className = migration.entry().className();
        Path file = ProjectCode.source(module, className).orElseThrow(() -> ToolMessages.noSource(className));
        try {
            return new SourcedMigration(
                    migration, file, Files.readString(file, module.sources().encoding()));
        } catch (IOException e) {
            throw ToolMessages.unreadable(file, e);
        }
    }

    private static Migration instance(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(Migration.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw ToolMessages.migrationNotLoadable(className, e);
        }
    }
}
