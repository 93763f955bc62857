package dev.godwit.dialect.standard;

import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps that a migration states itself: raw SQL, and code over rows. */
public final class RowSteps {

    /** First words of statements that take part in a transaction everywhere. */
    private static final Set<String> ROW_STATEMENTS = Set.of("insert", "update", "delete", "merge", "replace");

    private static final Cost UNKNOWN = Cost.online("whatever the statement takes");

    private final Site site;
    private final ValueSteps values;

    public RowSteps(Site site) {
        this.site = site;
        this.values = new ValueSteps(site);
    }

    /** What keeps the values that are replaced. */
    ValueSteps values() {
        return values;
    }

    public Drafts runSql(RunSql change) {
        List<Draft> steps = change.statements().stream()
                .filter(statement -> statement.isFor(site.dialect().kind()))
                .map(statement -> step(change, statement.sql()))
                .toList();
        return Drafts.inOrder(steps);
    }

    private Draft step(RunSql change, String sql) {
        String description = "sql: " + firstLine(sql);
        return ROW_STATEMENTS.contains(firstWord(sql)) && !site.dialect().hasTransactionalDdl()
                ? site.writer().rows(description, sql, UNKNOWN)
                : site.writer().ddl(description, sql, UNKNOWN, resume(change.resume()));
    }

    private static Resume resume(RunSql.Resume declared) {
        if (declared.idempotent()) {
            return new Resume.Idempotent();
        }
        return declared.doneWhen().<Resume>map(Resume.Observable::new).orElseGet(Resume.Undeclared::new);
    }

    private static String firstWord(String sql) {
        return sql.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String firstLine(String sql) {
        return sql.strip().lines().findFirst().orElse("");
    }

    /** What is not there any more is said before anything is executed, not by a statement in the middle. */
    public Drafts transform(Transform change) {
        change.apply(site.progress().schema());
        ValueSteps.Batched kept = values.inBatches(change);
        List<Draft> steps = new ArrayList<>(kept.steps());
        steps.add(site.writer()
                .batches(
                        "transform rows of " + change.table(),
                        new Work.Rows(change, kept.keeping()),
                        Cost.online("rows of " + change.table() + ", batch by batch")));
        return Drafts.inOrder(steps);
    }
}
