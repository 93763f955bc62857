package dev.godwit.project;

import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import java.nio.file.Path;

/**
 * A migration of a branch that is not in the committed chain.
 *
 * @param migration as it is recorded, at the place where its class says
 * @param file its source file
 * @param source the text of the file
 */
public record SourcedMigration(RecordedMigration migration, Path file, String source) {

    public LedgerEntry entry() {
        return migration.entry();
    }

    Version version() {
        return entry().version();
    }

    MigrationFile text() {
        return new MigrationFile(entry(), source);
    }
}
