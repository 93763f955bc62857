package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.plan.Hazard;
import java.util.List;
import java.util.regex.Pattern;

/** Where a transaction ends is the engine's to say: raw SQL that says it separates what was done from its record. */
final class SqlEndsTransaction implements Rule {

    private static final Pattern FORM = Pattern.compile(
            "\\s*(begin|commit|rollback|end|abort|savepoint|release|start\\s+transaction|set\\s+autocommit)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> runSql(RunSql change) {
                return change.statements().stream()
                        .map(Statement::sql)
                        .filter(sql -> FORM.matcher(sql).matches())
                        .map(sql -> finding(sql, situation))
                        .toList();
            }
        });
    }

    private static Finding finding(String sql, Situation situation) {
        return new Finding(
                "GW4129",
                Hazard.LOSES_DATA,
                Names.NOWHERE,
                situation.databases(),
                "This statement begins or ends a transaction, and with it what the engine commits together: an "
                        + "interrupted run then does not know what was done. Leave it out. Statement: " + sql);
    }
}
