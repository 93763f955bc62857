package dev.godwit.dialect.standard;

import dev.godwit.change.AddColumn;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;

/** Steps about columns that are dropped and kept: how they go, and how they come back. */
abstract class KeptColumnSteps {

    protected final Site site;
    protected final TypeSteps types;

    KeptColumnSteps(Site site, TypeSteps types) {
        this.site = site;
        this.types = types;
    }

    /** Whether a row that does not say a value has none. */
    protected static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultSql().isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty();
    }

    /**
     * Keeps a column under a reserved name, instantly whatever the table's size, in a form that does not stand in the way
     * of those who no longer know it.
     */
    protected List<Draft> setAside(QualifiedName table, Column column, Identifier kept) {
        List<Draft> steps = new ArrayList<>();
        dropChecks(table, column, new ColumnDifference(column, column, site.definitions()).gone(), steps);
        steps.add(retire(table, column.name(), kept));
        if (needsValue(column)) {
            steps.add(allowNull(table, column.withName(kept)));
        }
        return steps;
    }

    protected final Draft retire(QualifiedName table, Identifier column, Identifier kept) {
        return site.writer()
                .ddl(
                        "retire column %s.%s as %s".formatted(table, column, kept),
                        renameSql(table, column, kept),
                        site.cost(table, Cost.breaksRunningVersion(table + ", brief; the values are kept")),
                        Catalog.once(site.catalog().hasColumn(table, kept)));
    }

    /** The steps of a change that adds a column which is kept. */
    protected final Drafts broughtBack(AddColumn change, Identifier kept) {
        Column column = change.column();
        List<Draft> now = new ArrayList<>(types.broughtBackBy(List.of(column)));
        List<Draft> later = new ArrayList<>();
        if (needsValue(column) && change.valueForExisting().isEmpty()) {
            site.progress()
                    .guard(
                            Ref.of(change.table(), column.name()),
                            Guard.listing(
                                    rowsSince(change.table(), column, kept),
                                    Refusals.noValueForNewRows(change.table(), column.name())));
        }
        change.valueForExisting()
                .filter(value -> needsValue(column))
                .ifPresent(value -> site.progress()
                        .given(
                                change.table(),
                                column.name(),
                                "case when %s then %s else %s end"
                                        .formatted(wasAway(column, kept), value, site.quote(kept))));
        bringBack(change, kept, now, later);
        return Drafts.adding(now, later);
    }

    /** The rows, by their key, that came while the column was kept and so have no value in it. */
    private String rowsSince(QualifiedName table, Column column, Identifier kept) {
        return new RowChecks(site).rows(table, wasAway(column, kept));
    }

    /** A condition for rows that came while a column was kept that cannot do without a value. */
    protected String wasAway(Column column, Identifier kept) {
        return site.quote(kept) + " is null";
    }

    /** The kept column gets its name and all that was taken from it. */
    protected void bringBack(AddColumn change, Identifier kept, List<Draft> now, List<Draft> later) {
        QualifiedName table = change.table();
        Column column = change.column();
        now.add(unretire(table, kept, column.name()));
        if (needsValue(column)) {
            change.valueForExisting().ifPresent(value -> now.addAll(fill(table, column.name(), value)));
            now.add(setNotNull(table, column.withNullable(true)));
        }
        addChecks(table, column, new ColumnDifference(column, column, site.definitions()).come(), now, later);
    }

    protected final Draft unretire(QualifiedName table, Identifier kept, Identifier column) {
        return site.writer()
                .ddl(
                        "bring column %s.%s back".formatted(table, column),
                        renameSql(table, kept, column),
                        site.cost(table, Cost.brief(table + ", brief")),
                        Catalog.once(site.catalog().hasColumn(table, column)));
    }

    /** Drops the checks of the column that go. */
    protected abstract void dropChecks(
            QualifiedName table, Column from, ColumnDifference difference, List<Draft> steps);

    /** Adds the checks of the column that come. */
    protected abstract void addChecks(
            QualifiedName table, Column to, ColumnDifference difference, List<Draft> now, List<Draft> later);

    /** Allows NULL in a column. */
    protected abstract Draft allowNull(QualifiedName table, Column column);

    /** Gives the rows of a table a value, batch by batch, and then those that came in meanwhile. */
    protected abstract List<Draft> fill(QualifiedName table, Identifier column, String value);

    /** Forbids NULL in a column that has no NULL. */
    protected abstract Draft setNotNull(QualifiedName table, Column column);

    /** The statement that renames a column. */
    protected abstract String renameSql(QualifiedName table, Identifier from, Identifier to);
}
