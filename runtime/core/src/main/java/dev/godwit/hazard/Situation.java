package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule may look at beside the change.
 *
 * @param before the schema before the change
 * @param after the schema after the whole migration
 * @param newTables tables that the same migration created: empty, and nobody uses them yet
 * @param databases the databases that the migration may run on
 * @param migration all changes of the migration
 */
public record Situation(
        Schema before,
        Schema after,
        Set<QualifiedName> newTables,
        Set<DatabaseKind> databases,
        List<Change> migration) {

    public Situation {
        newTables = Set.copyOf(newTables);
        databases = Set.copyOf(databases);
        migration = List.copyOf(migration);
    }

    /** Whether the table may hold rows and have users. */
    public boolean isInUse(QualifiedName table) {
        return !newTables.contains(table);
    }

    /** Whether no earlier change of the migration is one of these. */
    boolean isFirst(Change change, Predicate<Change> these) {
        return migration.stream()
                .filter(these)
                .findFirst()
                .filter(change::equals)
                .isPresent();
    }

    /** Those of the given databases that the migration may run on. */
    public Set<DatabaseKind> among(DatabaseKind first, DatabaseKind... more) {
        Set<DatabaseKind> some = EnumSet.of(first, more);
        some.retainAll(databases);
        return some;
    }
}
