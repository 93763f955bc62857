package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version cannot read a value that it does not know. */
final class EnumValueAdded implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                if (!(situation.isInUse(change.table())
                        && !Names.removedValues(
                                        change.to().type(), change.from().type())
                                .isEmpty())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4121",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(change.table(), change.to().name()),
                        situation.databases(),
                        ("The running version fails when it reads %s from %s.%s. Deploy a version "
                                        + "that knows the value everywhere before one that writes it.")
                                .formatted(
                                        Names.removedValues(
                                                change.to().type(),
                                                change.from().type()),
                                        change.table(),
                                        change.to().name())));
            }
        });
    }
}
