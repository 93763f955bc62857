package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.RenameTable;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version knows the former name only. */
final class TableRenamed implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> renameTable(RenameTable change) {
                if (!situation.isInUse(change.from())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4104",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(change.to()),
                        situation.databases(),
                        ("Renaming table %s to %s breaks the version that is running, which knows "
                                        + "the former name only. On PostgreSQL, MariaDB and MySQL migrate parts it: "
                                        + "both names work until a later release migrates (docs/zero-downtime); "
                                        + "elsewhere, and with phase=all, deploy in a maintenance window. Or keep the "
                                        + "table's name by @Table(name = \"%s\").")
                                .formatted(change.from(), change.to(), change.from())));
            }
        });
    }
}
