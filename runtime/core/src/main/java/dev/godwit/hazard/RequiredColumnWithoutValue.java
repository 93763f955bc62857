package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** Rows that are there have no value, and the running version writes none. */
final class RequiredColumnWithoutValue implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addColumn(AddColumn change) {
                if (!(situation.isInUse(change.table())
                        && !change.column().nullable()
                        && change.column().defaultSql().isEmpty()
                        && change.column().generatedAs().isEmpty()
                        && !change.column().identity())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4105",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(change.table(), change.column().name()),
                        situation.databases(),
                        change.valueForExisting().isPresent() ? valued(change) : bare(change)));
            }
        });
    }

    private static String bare(AddColumn change) {
        return ("Inserts of the running version fail once %s.%s is NOT NULL without a default. Give it a default "
                        + "(@ColumnDefault), a value for those rows and the ones that are there (@Backfill), or make it "
                        + "nullable in this release and NOT NULL in the next.")
                .formatted(change.table(), change.column().name());
    }

    private static String valued(AddColumn change) {
        return ("Inserts of the running version fail once %s.%s is NOT NULL without a default. On PostgreSQL, MariaDB and "
                        + "MySQL migrate waits with that until a later release migrates, and gives rows their value until "
                        + "then (docs/zero-downtime); elsewhere, and with phase=all, give it a default (@ColumnDefault), or "
                        + "make it nullable in this release and NOT NULL in the next.")
                .formatted(change.table(), change.column().name());
    }
}
