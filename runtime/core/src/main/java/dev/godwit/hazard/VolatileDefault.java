package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;
import java.util.Locale;

/** A default that differs from row to row rewrites the table. */
final class VolatileDefault implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addColumn(AddColumn change) {
                if (!(situation.isInUse(change.table())
                        && change.column()
                                .defaultSql()
                                .filter(VolatileDefault::isVolatile)
                                .isPresent())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4114",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table(), change.column().name()),
                        situation.databases(),
                        ("The default of %s.%s differs from row to row, so adding it rewrites the "
                                        + "table under a lock. On a large table add the column without it, then the "
                                        + "default, then fill the rows in batches.")
                                .formatted(change.table(), change.column().name())));
            }
        });
    }

    /** Functions that give another value for each row. */
    private static boolean isVolatile(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return text.contains("uuid(") || text.contains("random") || text.contains("rand(") || text.contains("nextval");
    }
}
