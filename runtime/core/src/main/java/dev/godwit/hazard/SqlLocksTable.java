package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.plan.Hazard;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Raw SQL that keeps others out of a table for as long as its work takes, where there is a way that does not. */
final class SqlLocksTable implements Rule {

    private static final Set<DatabaseKind> POSTGRESQL = EnumSet.of(DatabaseKind.POSTGRESQL);
    private static final Set<DatabaseKind> MYSQL = EnumSet.of(DatabaseKind.MARIADB, DatabaseKind.MYSQL);

    /** @param form how such a statement begins, or what it holds */
    private record Locking(Pattern form, Set<DatabaseKind> databases, String way) {

        static Locking of(String form, Set<DatabaseKind> databases, String way) {
            return new Locking(
                    Pattern.compile("\\s*" + form.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE), databases, way);
        }
    }

    private static final List<Locking> FORMS = List.of(
            Locking.of(
                    "create (unique )?index (?!concurrently\\b).*",
                    POSTGRESQL,
                    "Say addIndex(…), which builds it concurrently"),
            Locking.of("drop index (?!concurrently\\b).*", POSTGRESQL, "Say dropIndex(…)"),
            Locking.of("reindex (?!.*\\bconcurrently\\b).*", POSTGRESQL, "Say reindex … concurrently"),
            Locking.of(
                    "refresh materialized view (?!concurrently\\b).*",
                    POSTGRESQL,
                    "Say refresh materialized view concurrently"),
            Locking.of("vacuum\\b.*\\bfull\\b.*", POSTGRESQL, "Have pg_repack do it"),
            Locking.of("cluster\\b.*", POSTGRESQL, "Have pg_repack do it"),
            Locking.of("optimize .*", MYSQL, "Do it where nobody waits"),
            Locking.of("alter table .*\\balgorithm\\s*=\\s*copy\\b.*", MYSQL, "Say inplace or instant"),
            Locking.of("alter table .*\\block\\s*=\\s*(shared|exclusive)\\b.*", MYSQL, "Say lock=none"),
            Locking.of("truncate .*", EnumSet.allOf(DatabaseKind.class), "Delete in batches by transform(…)"),
            Locking.of("lock table.*", EnumSet.allOf(DatabaseKind.class), "Do without it"));

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> runSql(RunSql change) {
                return change.statements().stream()
                        .flatMap(statement -> finding(statement, situation).stream())
                        .toList();
            }
        });
    }

    private static Optional<Finding> finding(Statement statement, Situation situation) {
        return FORMS.stream()
                .filter(form ->
                        form.form().matcher(statement.sql().replace('\n', ' ')).matches())
                .map(form -> finding(statement, form, situation))
                .filter(finding -> !finding.databases().isEmpty())
                .findFirst();
    }

    private static Finding finding(Statement statement, Locking form, Situation situation) {
        Set<DatabaseKind> databases = EnumSet.copyOf(form.databases());
        databases.retainAll(situation.databases());
        databases.removeIf(database -> !statement.isFor(database));
        return new Finding(
                "GW4128",
                Hazard.BRIEF_LOCK,
                Names.NOWHERE,
                databases,
                "This statement keeps others out of the table until its end. %s. Statement: %s"
                        .formatted(form.way(), statement.sql()));
    }
}
