package dev.godwit.hazard;

import dev.godwit.change.AddForeignKey;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** PostgreSQL, other than the rest, makes no index behind a foreign key. */
final class ForeignKeyWithoutIndex implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addForeignKey(AddForeignKey change) {
                if (!(!Names.isIndexed(
                                situation.after(), change.table(), change.key().columns())
                        && !situation.among(DatabaseKind.POSTGRESQL).isEmpty())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4112",
                        Hazard.ONLINE,
                        Ref.of(change.table(), change.key().columns().get(0)),
                        situation.among(DatabaseKind.POSTGRESQL),
                        ("PostgreSQL makes no index behind foreign key %s: deleting or changing a "
                                        + "row of %s reads all of %s. Add @Index(columnList = \"%s\") to the table's "
                                        + "@Table.")
                                .formatted(
                                        change.key().name(),
                                        change.key().referencedTable(),
                                        change.table(),
                                        Names.list(change.key().columns()))));
            }
        });
    }
}
