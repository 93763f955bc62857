package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version may not expect NULL. */
final class RequiredNoMore implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                boolean allowsNull = !change.from().nullable() && change.to().nullable();
                if (!allowsNull || !situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4126",
                        Hazard.ONLINE,
                        Ref.of(change.table(), change.to().name()),
                        situation.databases(),
                        ("The running version has never read NULL from %s.%s, and a primitive attribute cannot hold it. "
                                        + "Deploy what reads NULL before what writes it.")
                                .formatted(change.table(), change.to().name())));
            }
        });
    }
}
