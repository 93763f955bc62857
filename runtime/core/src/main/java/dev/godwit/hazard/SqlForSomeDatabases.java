package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.plan.Hazard;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Raw SQL for some databases leaves the others without what it does, unless the migration says it for them too. */
final class SqlForSomeDatabases implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> runSql(RunSql change) {
                return change.statements().stream()
                        .filter(statement -> !statement.databases().isEmpty())
                        .map(statement -> finding(statement, lacking(situation)))
                        .filter(finding -> !finding.databases().isEmpty())
                        .toList();
            }
        });
    }

    /** The databases for which no statement of the migration is meant that is meant for some only. */
    private static Set<DatabaseKind> lacking(Situation situation) {
        Set<DatabaseKind> lacking = EnumSet.noneOf(DatabaseKind.class);
        lacking.addAll(situation.databases());
        situation.migration().stream()
                .filter(RunSql.class::isInstance)
                .flatMap(sql -> ((RunSql) sql).statements().stream())
                .forEach(statement -> lacking.removeAll(statement.databases()));
        return lacking;
    }

    private static Finding finding(Statement statement, Set<DatabaseKind> lacking) {
        return new Finding(
                "GW4130",
                Hazard.ONLINE,
                Names.NOWHERE,
                lacking,
                "This SQL is for %s and does nothing on %s. If they need the same, say it for them in this migration too. Statement: %s"
                        .formatted(names(statement.databases()), names(lacking), statement.sql()));
    }

    private static String names(Set<DatabaseKind> databases) {
        return databases.stream().sorted().map(DatabaseKind::name).collect(Collectors.joining(", "));
    }
}
