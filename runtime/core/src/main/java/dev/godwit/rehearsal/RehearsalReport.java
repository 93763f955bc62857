package dev.godwit.rehearsal;

import dev.godwit.change.DatabaseKind;
import java.util.List;

/**
 * What became of a chain.
 *
 * @param database product and version
 * @param migrations in the chain's order; those behind one that could not be carried out are missing
 */
public record RehearsalReport(DatabaseKind kind, String database, List<Rehearsed> migrations) {

    public RehearsalReport {
        migrations = List.copyOf(migrations);
    }

    public boolean ok() {
        return migrations.stream().allMatch(Rehearsed::ok);
    }
}
