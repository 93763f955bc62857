package dev.godwit.dialect.standard;

import dev.godwit.change.ChangeRows;
import dev.godwit.change.ChangeRows.Row;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Steps that bring rows that belong to the schema to what is stated, many rows a statement. A row that is neither as
 * stated before nor as stated after stops the migration: before anything is executed where that can be seen then, and
 * by a look at the rows in the transaction that wrote them.
 */
public class DeclaredRowSteps {

    /** The most rows per statement: no database minds, and a person can still read a plan. */
    private static final int BATCH = 100;

    private final Site site;
    private final RowLiterals literals;

    public DeclaredRowSteps(Site site, RowLiterals literals) {
        this.site = site;
        this.literals = literals;
    }

    public final Drafts changeRows(ChangeRows change) {
        // A table or value that does not fit is said here, before anything is executed.
        change.apply(site.progress().schema());
        Table table = site.progress().table(change.table());
        DeclaredRowSql sql = new DeclaredRowSql(change, table, literals, site::quote, site.quote(change.table()));
        List<Draft> steps = new ArrayList<>();
        for (List<Row> batch : batches(change.rows())) {
            guard(change, table, batch);
            sql.statement(batch).ifPresent(text -> steps.add(rows(sql.description(batch), new Work.Sql(text))));
        }
        if (!site.progress().isNew(change.table())) {
            for (List<Row> batch : batches(change.rows())) {
                steps.add(rows(
                        "look at %d row%s of %s".formatted(batch.size(), batch.size() == 1 ? "" : "s", change.table()),
                        new Work.Verify(
                                "the rows of %s are what the migration says, and nobody has them otherwise"
                                        .formatted(change.table()),
                                sql.deviating(batch))));
            }
        }
        steps.addAll(numbered(change, table));
        return Drafts.inOrder(steps);
    }

    /** Rows that follow each other and have the same done to them. */
    private static List<List<Row>> batches(List<Row> rows) {
        List<List<Row>> batches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || i - from == BATCH || !DeclaredRowSql.sameKind(rows.get(from), rows.get(i))) {
                batches.add(rows.subList(from, i));
                from = i;
            }
        }
        return batches;
    }

    /** Asks about the rows as they are before the migration, in what it leaves as it was until here. */
    private void guard(ChangeRows change, Table table, List<Row> batch) {
        QualifiedName name = change.table();
        if (!site.progress().areRowsAsIs(name, change.key())) {
            return;
        }
        Function<Identifier, String> before =
                column -> site.quote(site.progress().originOf(name, column));
        DeclaredRowSql sql = new DeclaredRowSql(
                change, table, literals, before, site.quote(site.progress().originOf(name)));
        site.progress()
                .guardRows(Guard.listing(
                        sql.inTheWay(batch, column -> site.progress().areRowsAsIs(name, List.of(column))),
                        Refusals.rowsDiffer(name)));
    }

    private static Draft rows(String description, Work work) {
        return new Draft(
                new Step(description, work, new Resume.Transactional(), Hazard.ONLINE, "these rows"),
                Draft.Placement.TOGETHER);
    }

    /** Where numbers are given by hand, the database goes on above them. */
    private List<Draft> numbered(ChangeRows change, Table table) {
        boolean inserts = change.rows().stream().anyMatch(row -> row.before().isEmpty());
        Optional<Column> identity = change.after().stream()
                .map(table.columns()::get)
                .filter(Column::identity)
                .findFirst();
        return inserts && identity.isPresent() ? above(change.table(), identity.get()) : List.of();
    }

    /**
     * Makes an identity column go on above its largest value.
     *
     * @return no step where the database does so by itself
     */
    protected List<Draft> above(QualifiedName table, Column identity) {
        return List.of();
    }

    protected final Site site() {
        return site;
    }
}
