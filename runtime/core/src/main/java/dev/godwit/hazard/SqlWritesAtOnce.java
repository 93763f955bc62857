package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.plan.Hazard;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One statement over many rows keeps them locked until its end. */
final class SqlWritesAtOnce implements Rule {

    private static final Set<String> OVER_ROWS = Set.of("update", "delete", "merge");

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> runSql(RunSql change) {
                return change.statements().stream()
                        .map(Statement::sql)
                        .filter(SqlWritesAtOnce::isOverRows)
                        .map(sql -> new Finding(
                                "GW4123",
                                Hazard.BRIEF_LOCK,
                                Names.NOWHERE,
                                situation.databases(),
                                "One statement keeps every row that it writes locked until its end, and starts anew after "
                                        + "a crash. For many rows say .backfill(column, expression) or transform(…), "
                                        + "which commit in batches. Statement: "
                                        + sql))
                        .toList();
            }
        });
    }

    private static boolean isOverRows(String sql) {
        return OVER_ROWS.contains(sql.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT));
    }
}
