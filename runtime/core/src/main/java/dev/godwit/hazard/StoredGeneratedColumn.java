package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Column;
import dev.godwit.schema.Ref;
import java.util.List;

/** Every row has to be computed and written. */
final class StoredGeneratedColumn implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addColumn(AddColumn change) {
                if (!(situation.isInUse(change.table())
                        && change.column()
                                .generatedAs()
                                .filter(Column.Generated::stored)
                                .isPresent())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4115",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table(), change.column().name()),
                        situation.databases(),
                        ("Adding the stored generated column %s.%s rewrites the table under a lock. "
                                        + "On a large table add a plain column and fill it in batches.")
                                .formatted(change.table(), change.column().name())));
            }
        });
    }
}
