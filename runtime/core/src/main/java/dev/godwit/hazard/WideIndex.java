package dev.godwit.hazard;

import dev.godwit.change.AddIndex;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** An index of many columns is rarely used beyond the first ones and slows every write. */
final class WideIndex implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addIndex(AddIndex change) {
                if (!(!change.index().unique() && change.index().parts().size() > 3)) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4122",
                        Hazard.ONLINE,
                        Ref.of(change.table()),
                        situation.databases(),
                        ("Index %s has %d columns: beyond the third it rarely helps a query, and "
                                        + "every write pays for it.")
                                .formatted(
                                        change.index().name(),
                                        change.index().parts().size())));
            }
        });
    }
}
