package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** Every row gets a number, in an order that may differ between replicas. */
final class IdentityOnExistingRows implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addColumn(AddColumn change) {
                if (!(situation.isInUse(change.table()) && change.column().identity())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4116",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table(), change.column().name()),
                        situation.databases(),
                        ("Adding the identity column %s.%s numbers every row and rewrites the table under a lock; "
                                        + "replicas that replay statements may number differently. On a large table "
                                        + "copy the rows into a new table.")
                                .formatted(change.table(), change.column().name())));
            }
        });
    }
}
