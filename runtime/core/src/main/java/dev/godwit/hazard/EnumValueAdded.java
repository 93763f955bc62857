package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version cannot read a value that it does not know: of an enum, a discriminator, a converter. */
final class EnumValueAdded implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                List<String> added = Domain.removed(change.to(), change.from());
                if (added.isEmpty() || !situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4121",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(change.table(), change.to().name()),
                        situation.databases(),
                        ("The running version fails when it reads %s from %s.%s. Deploy readers first: a version that "
                                        + "knows the value everywhere, before one that writes it.")
                                .formatted(added, change.table(), change.to().name())));
            }
        });
    }
}
