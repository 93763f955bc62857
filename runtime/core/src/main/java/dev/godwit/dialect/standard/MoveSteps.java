package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.MoveValues;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that move values from one table to another: first to the rows that are there, then to those that are made. */
public final class MoveSteps {

    private final Site site;
    private final ColumnSteps columns;
    private final ValueSteps values;
    private final MoveChecks checks;

    public MoveSteps(Site site, ColumnSteps columns) {
        this.site = site;
        this.columns = columns;
        this.values = new ValueSteps(site);
        this.checks = new MoveChecks(site);
    }

    public Drafts moveValues(MoveValues change) {
        // A table or column that does not fit is said here, before anything is executed.
        change.apply(site.progress().schema());
        MoveSql sql = new MoveSql(site, change);
        checks.moving(change, sql);
        List<Draft> steps = new ArrayList<>();
        boolean hasRows = !site.progress().isEmpty(change.to());
        if (hasRows && !sql.makesCollection() && !sql.targets().isEmpty()) {
            steps.addAll(update(change, sql));
        }
        if (change.newRows()) {
            steps.addAll(insert(change, sql));
        }
        return Drafts.inOrder(steps);
    }

    /** What moves by the kind of rows. */
    ByKind byKind() {
        return new ByKind(site.progress().course().changes());
    }

    /** Asks for rows whose values would be gone with the column. */
    void leaves(QualifiedName table, Identifier column) {
        checks.leaves(table, Optional.of(column));
    }

    /** Asks for rows whose values would be gone with the table. */
    void leaves(QualifiedName table) {
        checks.leaves(table, Optional.empty());
    }

    /** Asks for rows to which no value has moved, where one becomes required. */
    void alters(AlterColumn change) {
        checks.alters(change);
    }

    private List<Draft> update(MoveValues change, MoveSql sql) {
        QualifiedName to = change.to();
        String description = "values of %s in %s".formatted(change.from(), to);
        List<Identifier> targets = sql.targets();
        List<Identifier> key = ValueSql.key(sql.to());
        ValueSteps.Batched kept = values.inBatches(to, key, targets);
        // Rows to which no row of this table belongs may have their values from another one.
        boolean all = change.kind().isEmpty() && targets.stream().allMatch(column -> comesBack(sql, column));
        return kept.keeping().isEmpty() && sql.isFoundByScanning()
                ? moved(to, description, sql.updateFromList(all), sql.updatedFromList(), kept)
                : moved(to, description, sql.update(), sql.updated(all), kept);
    }

    /** Whether what a column has is older than the values that move, so that a row to which none belongs has none. */
    private boolean comesBack(MoveSql sql, Identifier column) {
        QualifiedName to = sql.to().name();
        return sql.to().columns().get(column).nullable() && site.progress().isRestored(to, column);
    }

    private List<Draft> insert(MoveValues change, MoveSql sql) {
        return moved(
                change.from(),
                "rows of %s for values of %s".formatted(change.to(), change.from()),
                sql.insert(),
                sql.inserted(),
                new ValueSteps.Batched(List.of(), List.of()));
    }

    /** Batch by batch, and then for the rows that came in meanwhile; in one statement where nothing tells rows apart. */
    private List<Draft> moved(
            QualifiedName table, String description, String statement, String condition, ValueSteps.Batched kept) {
        Optional<List<Identifier>> order = columns.order(table);
        List<Draft> steps = new ArrayList<>(kept.steps());
        if (!site.progress().isNew(table) && order.isPresent()) {
            steps.add(site.writer()
                    .batches(
                            description,
                            new Work.Fill(table, order.get(), statement, condition, kept.keeping()),
                            Cost.online("rows of " + table + ", batch by batch")));
        }
        steps.add(site.writer()
                .rows(
                        steps.isEmpty() ? description : description + " that are left",
                        statement + " where " + condition,
                        site.cost(table, Cost.online("rows of " + table + " that came in meanwhile"))));
        return steps;
    }
}
