package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DropTable;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version still uses the table. */
final class TableDropped implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> dropTable(DropTable change) {
                if (!situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4102",
                        Hazard.LOSES_DATA,
                        Ref.of(change.table()),
                        situation.databases(),
                        ("Dropping table %s breaks the version that is running. On PostgreSQL, MariaDB and MySQL migrate "
                                        + "lets it stand until a later release migrates (docs/zero-downtime); elsewhere, "
                                        + "and with phase=all, deploy a version without the entity first.")
                                .formatted(change.table())));
            }
        });
    }
}
