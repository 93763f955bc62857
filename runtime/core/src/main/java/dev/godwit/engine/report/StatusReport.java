package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a database stands.
 *
 * @param database product and version
 * @param head the last migration in the chain that the database has; empty when it has none
 * @param migrations in the order of the chain, with those that the ledger does not know behind
 * @param open migrations of which a part is held back, and those that cannot be applied before it is not
 * @param repeatables in the order of the ledger
 */
public record StatusReport(
        String database,
        Optional<String> head,
        List<MigrationStatus> migrations,
        List<OpenPhase> open,
        List<RepeatableStatus> repeatables) {

    private static final Set<MigrationState> THERE =
            Set.of(MigrationState.APPLIED, MigrationState.EXPANDED, MigrationState.LATER);

    public StatusReport {
        migrations = List.copyOf(migrations);
        open = List.copyOf(open);
        repeatables = List.copyOf(repeatables);
    }

    /** The migrations of a later release, where this one lives with them. */
    public List<String> later() {
        return migrations.stream()
                .filter(migration -> migration.state() == MigrationState.LATER)
                .map(MigrationStatus::version)
                .toList();
    }

    /** Whether the database has all that this version of the application needs, and nothing that it cannot live with. */
    public boolean isUpToDate() {
        return migrations.stream().allMatch(migration -> THERE.contains(migration.state()))
                && repeatables.stream().noneMatch(RepeatableStatus::isDue);
    }
}
