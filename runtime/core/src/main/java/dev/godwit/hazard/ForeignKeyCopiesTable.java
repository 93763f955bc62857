package dev.godwit.hazard;

import dev.godwit.change.AddForeignKey;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** MariaDB and MySQL copy the table under a lock that stops writes. */
final class ForeignKeyCopiesTable implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addForeignKey(AddForeignKey change) {
                if (!(situation.isInUse(change.table())
                        && !situation
                                .among(DatabaseKind.MARIADB, DatabaseKind.MYSQL)
                                .isEmpty())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4111",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table()),
                        situation.among(DatabaseKind.MARIADB, DatabaseKind.MYSQL),
                        ("MariaDB and MySQL copy table %s to add foreign key %s, and no row can be "
                                        + "written meanwhile. On a large table plan a quiet hour.")
                                .formatted(change.table(), change.key().name())));
            }
        });
    }
}
