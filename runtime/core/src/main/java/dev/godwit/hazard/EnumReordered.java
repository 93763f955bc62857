package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;
import java.util.Set;

/** A native enum numbers its values: one that comes in between moves those behind it, in every row. */
final class EnumReordered implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        Set<DatabaseKind> numbered = situation.among(DatabaseKind.MARIADB, DatabaseKind.MYSQL);
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                List<String> before = Names.values(change.from().type());
                List<String> after = Names.values(change.to().type());
                if (numbered.isEmpty() || !situation.isInUse(change.table()) || isAppended(before, after)) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4127",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table(), change.to().name()),
                        numbered,
                        ("The values of %s.%s are numbered, and %s gives those that were there other numbers: the table is "
                                        + "copied while its writers wait. Do it when they can, or put new values behind the others.")
                                .formatted(change.table(), change.to().name(), after)));
            }
        });
    }

    /** Whether all that was there keeps its number; a value that goes has a rule of its own. */
    private static boolean isAppended(List<String> before, List<String> after) {
        return before.isEmpty()
                || after.isEmpty()
                || !after.containsAll(before)
                || after.subList(0, before.size()).equals(before);
    }
}
