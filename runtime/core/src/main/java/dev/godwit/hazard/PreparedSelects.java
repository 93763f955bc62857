package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import java.util.List;

/** On PostgreSQL what is prepared fails once in each connection when a column that it reads has another type. */
final class PreparedSelects implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                if (situation.among(DatabaseKind.POSTGRESQL).isEmpty()
                        || !situation.isInUse(change.table())
                        || isSame(change.from().type(), change.to().type())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4132",
                        Hazard.ONLINE,
                        Ref.of(change.table(), change.to().name()),
                        situation.among(DatabaseKind.POSTGRESQL),
                        ("The type of %s.%s changes under its name. On PostgreSQL the next select of it in each connection "
                                        + "fails then (cached plan must not change result type), unless the "
                                        + "application's JDBC URL says ?autosave=conservative.")
                                .formatted(change.table(), change.to().name())));
            }
        });
    }

    /** An enum is a text with a check there. */
    private static boolean isSame(Type from, Type to) {
        return from.equals(to) || from instanceof EnumOf && to instanceof EnumOf;
    }
}
