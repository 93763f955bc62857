package dev.godwit.hazard;

import dev.godwit.change.AddUnique;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** Rows that are there may hold duplicates. */
final class UniqueOnExistingRows implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addUnique(AddUnique change) {
                if (!situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4109",
                        Hazard.BRIEF_LOCK,
                        Ref.of(change.table()),
                        situation.databases(),
                        ("Table %s may hold duplicates in %s; the unique key then cannot be built. "
                                        + "Look for them first: select %s, count(*) from %s group by %s having "
                                        + "count(*) > 1")
                                .formatted(
                                        change.table(),
                                        Names.list(change.key().columns()),
                                        Names.list(change.key().columns()),
                                        change.table(),
                                        Names.list(change.key().columns()))));
            }
        });
    }
}
