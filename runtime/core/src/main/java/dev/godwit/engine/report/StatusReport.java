package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;

/**
 * Where a database stands.
 *
 * @param database product and version
 * @param head the last migration in the chain that the database has; empty when it has none
 * @param migrations in the order of the chain, with those that the ledger does not know behind
 */
public record StatusReport(String database, Optional<String> head, List<MigrationStatus> migrations) {

    public StatusReport {
        migrations = List.copyOf(migrations);
    }

    /** Whether nothing is left to do. */
    public boolean isUpToDate() {
        return migrations.stream().allMatch(migration -> migration.state() == MigrationState.APPLIED);
    }
}
