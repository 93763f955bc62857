package dev.godwit.hazard;

import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** Building a primary key locks the table; MariaDB and MySQL rebuild it. */
final class PrimaryKeyOnExistingRows implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addPrimaryKey(AddPrimaryKey change) {
                if (!situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4110",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table()),
                        situation.databases(),
                        ("A new primary key of table %s is built under a lock that stops all writes, "
                                        + "and on MariaDB and MySQL it rebuilds the table. Plan a quiet hour.")
                                .formatted(change.table())));
            }
        });
    }
}
