package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** Rows that hold a value that goes have none to change to. */
final class EnumValuesRemoved implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                List<String> removed = Domain.removed(change.from(), change.to());
                if (removed.isEmpty()) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4118",
                        Hazard.LOSES_DATA,
                        Ref.of(change.table(), change.to().name()),
                        situation.databases(),
                        ("Rows of %s.%s may hold %s, which the new type or check does not have. Move them to another value "
                                        + "in an earlier step of this migration.")
                                .formatted(change.table(), change.to().name(), removed)));
            }
        });
    }
}
