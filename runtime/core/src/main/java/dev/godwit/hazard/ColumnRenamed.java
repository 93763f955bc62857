package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.RenameColumn;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version knows the former name only. */
final class ColumnRenamed implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> renameColumn(RenameColumn change) {
                if (!situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4103",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(change.table(), change.to()),
                        situation.databases(),
                        ("Renaming %s.%s to %s breaks the version that is running, which knows the "
                                        + "former name only. On PostgreSQL, MariaDB and MySQL migrate parts it: both "
                                        + "names work until a later release migrates (docs/zero-downtime); elsewhere, "
                                        + "and with phase=all, deploy in a maintenance window. Or keep the column's "
                                        + "name by @Column(name = \"%s\").")
                                .formatted(change.table(), change.from(), change.to(), change.from())));
            }
        });
    }
}
