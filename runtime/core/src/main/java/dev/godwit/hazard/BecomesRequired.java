package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version may still write NULL. */
final class BecomesRequired implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                if (!(situation.isInUse(change.table())
                        && change.from().nullable()
                        && !change.to().nullable())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4106",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(change.table(), change.to().name()),
                        situation.databases(),
                        ("The running version may still write NULL into %s.%s, which fails once it is NOT NULL. On "
                                        + "PostgreSQL, MariaDB and MySQL migrate waits with that until a later release "
                                        + "migrates, and gives rows a value until then if @Backfill says which "
                                        + "(docs/zero-downtime); elsewhere, and with phase=all, deploy a version that "
                                        + "always writes a value first.")
                                .formatted(change.table(), change.to().name())));
            }
        });
    }
}
