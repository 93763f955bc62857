package dev.godwit.dialect.standard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.DropColumn;
import dev.godwit.change.FillColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps about columns. */
public abstract class ColumnSteps extends KeptColumnSteps {

    private final TableSteps tables;
    private final ValueSteps values;

    protected ColumnSteps(Site site, TableSteps tables, TypeSteps types) {
        super(site, types);
        this.tables = tables;
        this.values = new ValueSteps(site);
    }

    public Drafts addColumn(AddColumn change) {
        QualifiedName table = change.table();
        Column column = change.column();
        Optional<Identifier> kept = site.progress().restore(table, column);
        if (kept.isPresent()) {
            return broughtBack(change, kept.get());
        }
        return addNew(change);
    }

    /** A column that comes back as it was kept, if it is, in a form that does not ask for values. */
    public final Optional<Drafts> addKept(AddColumn change) {
        return site.progress()
                .restore(change.table(), change.column())
                .map(kept -> broughtBack(
                        new AddColumn(change.table(), change.column().withNullable(true), Optional.empty()), kept));
    }

    /** A column that is made, whatever is kept. */
    public final Drafts addNew(AddColumn change) {
        QualifiedName table = change.table();
        Column column = change.column();
        List<Draft> now = new ArrayList<>(types.neededBy(List.of(column)));
        List<Draft> later = new ArrayList<>();
        if (change.valueForExisting().isEmpty()) {
            guardAgainstRows(table, column);
            now.add(add(table, column, addCost(table, column)));
        } else if (Literals.isLiteral(change.valueForExisting().get()) && mayHaveDefault(column)) {
            now.addAll(addWithPassingDefault(
                    table, column, change.valueForExisting().get()));
        } else {
            addAndFill(table, column, change.valueForExisting().get(), now, later);
        }
        site.definitions().namedChecks(column).forEach(check -> now.add(addCheck(table, check)));
        now.addAll(comment(table, column));
        return Drafts.adding(now, later);
    }

    private void guardAgainstRows(QualifiedName table, Column column) {
        if (needsValue(column)) {
            site.progress()
                    .guard(
                            Ref.of(table),
                            new Guard(
                                    "select exists (select 1 from %s)"
                                            .formatted(
                                                    site.quote(site.progress().originOf(table))),
                                    Refusals.noValueForExistingRows(table, column.name())));
        }
    }

    protected final Draft add(QualifiedName table, Column column, Cost inUse) {
        return site.writer()
                .ddl(
                        "add column %s.%s".formatted(table, column.name()),
                        addSql(table, column, inUse),
                        site.cost(table, inUse),
                        Catalog.once(site.catalog().hasColumn(table, column.name())));
    }

    /** The statement that adds the column. */
    protected String addSql(QualifiedName table, Column column, Cost cost) {
        return site.alter(table) + "add column " + site.definitions().column(column);
    }

    /** What adding the column as it stands costs the users of the table. */
    protected abstract Cost addCost(QualifiedName table, Column column);

    /** Whether the database takes a literal as this column's default. */
    protected boolean mayHaveDefault(Column column) {
        return !column.identity() && column.generatedAs().isEmpty();
    }

    /** The value stands as the default while the column is added, which touches no row where the database is able. */
    private List<Draft> addWithPassingDefault(QualifiedName table, Column column, String value) {
        Column passing = column.withDefault(Optional.of(value));
        return List.of(
                add(table, passing, addCost(table, passing)), setDefault(table, column.name(), column.defaultSql()));
    }

    /** Adds the column without a value, gives the rows that are there one, and then forbids NULL. */
    protected void addAndFill(QualifiedName table, Column column, String value, List<Draft> now, List<Draft> later) {
        Column empty = column.withNullable(true);
        now.add(add(table, empty, addCost(table, empty)));
        now.addAll(fill(table, column.name(), value));
        if (!column.nullable()) {
            now.add(setNotNull(table, empty));
        }
    }

    @Override
    protected final List<Draft> fill(QualifiedName table, Identifier column, String value) {
        Optional<List<Identifier>> order = order(table);
        return site.progress().isNew(table) || order.isEmpty()
                ? List.of(fillLeft(table, column, value, ""))
                : List.of(fillBatches(table, column, value, order.get(), List.of()), fillRest(table, column, value));
    }

    /** Gives the rows that have none a value, batch by batch where the database can tell rows apart. */
    protected final Draft fillOnce(QualifiedName table, Identifier column, String value) {
        return fill(table, column, value).get(0);
    }

    public final Drafts fillColumn(FillColumn change) {
        return Drafts.inOrder(
                change.forGood()
                        ? fill(change.table(), change.column(), change.value())
                        : fillAndKeep(change.table(), change.column(), change.value()));
    }

    /** Gives the rows that have none a value, and keeps which of them had none. */
    private List<Draft> fillAndKeep(QualifiedName table, Identifier column, String value) {
        Optional<List<Identifier>> order = order(table).filter(key -> !key.isEmpty());
        if (site.progress().isNew(table) || order.isEmpty()) {
            return fill(table, column, value);
        }
        ValueSteps.Batched kept = values.inBatches(table, order.get(), List.of(column));
        List<Draft> steps = new ArrayList<>(kept.steps());
        steps.add(fillBatches(table, column, value, order.get(), kept.keeping()));
        steps.add(fillRest(table, column, value));
        return steps;
    }

    /** Gives rows for which a condition holds another value, and keeps the one that they had. */
    public final List<Draft> recode(QualifiedName table, Identifier column, String value, String condition) {
        Optional<List<Identifier>> order = order(table);
        String update = setSql(table, column, value);
        Cost cost = Cost.online("rows of " + table + ", batch by batch");
        String description = "give rows of %s other values in %s".formatted(table, column);
        if (order.isEmpty()) {
            return List.of(site.writer().rows(description, update + " where " + condition, cost));
        }
        ValueSteps.Batched kept = values.inBatches(table, order.get(), List.of(column));
        List<Draft> steps = new ArrayList<>(kept.steps());
        steps.add(site.writer()
                .batches(description, new Work.Fill(table, order.get(), update, condition, kept.keeping()), cost));
        return steps;
    }

    private Draft fillBatches(
            QualifiedName table, Identifier column, String value, List<Identifier> order, List<Work.Keeping> keeping) {
        return site.writer()
                .batches(
                        "give rows a value in %s.%s".formatted(table, column),
                        new Work.Fill(
                                table, order, setSql(table, column, value), site.quote(column) + " is null", keeping),
                        site.cost(table, Cost.online("rows of " + table + ", batch by batch")));
    }

    /**
     * Gives the rows that came in meanwhile a value, in one statement. Those for which the expression gives none have been
     * seen by the batches: there may be many, and they are left alone.
     */
    protected final Draft fillRest(QualifiedName table, Identifier column, String value) {
        return fillLeft(table, column, value, " and (" + value + ") is not null");
    }

    private Draft fillLeft(QualifiedName table, Identifier column, String value, String condition) {
        return site.writer()
                .rows(
                        "give rows left a value in %s.%s".formatted(table, column),
                        setSql(table, column, value) + " where " + site.quote(column) + " is null" + condition,
                        site.cost(table, Cost.online("rows of " + table + " without a value while they are written")));
    }

    private String setSql(QualifiedName table, Identifier column, String value) {
        return "update %s set %s = %s".formatted(site.quote(table), site.quote(column), value);
    }

    /** What tells the rows of a table apart; none: their place on disk; empty: nothing does. */
    final Optional<List<Identifier>> order(QualifiedName table) {
        return site.progress()
                .table(table)
                .primaryKey()
                .map(PrimaryKey::columns)
                .or(() -> Optional.of(List.<Identifier>of()).filter(none -> addressesRows()));
    }

    /** Whether a row can be found by its place on disk. */
    protected boolean addressesRows() {
        return false;
    }

    protected Draft setDefault(QualifiedName table, Identifier column, Optional<String> expression) {
        return site.writer()
                .ddl(
                        "change default of %s.%s".formatted(table, column),
                        site.alter(table)
                                + "alter column "
                                + site.quote(column)
                                + expression.map(sql -> " set default " + sql).orElse(" drop default"),
                        site.cost(table, Cost.brief(table + ", brief")),
                        new Resume.Idempotent());
    }

    protected abstract Draft addCheck(QualifiedName table, Check check);

    private List<Draft> comment(QualifiedName table, Column column) {
        return tables.hasInlineComments() || column.comment().isEmpty()
                ? List.of()
                : List.of(tables.comment(table, column.name(), column.comment()));
    }

    /** A comment as a statement of its own. */
    protected final Draft comment(QualifiedName table, Identifier column, Optional<String> text) {
        return tables.comment(table, column, text);
    }

    public Drafts dropColumn(DropColumn change) {
        QualifiedName table = change.table();
        Schema schema = site.progress().schema();
        List<Draft> steps = new ArrayList<>();
        Optional<Column> dropped = schema.table(table).flatMap(found -> found.column(change.column()));
        Optional<Identifier> kept = dropped.filter(column -> !change.forGood())
                .flatMap(column -> site.progress().retire(table, column));
        if (kept.isPresent()) {
            steps.addAll(types.setAsideBy(List.of(dropped.get()), change.apply(schema)));
            steps.addAll(setAside(table, dropped.get(), kept.get()));
            return Drafts.inOrder(steps);
        }
        steps.add(site.writer()
                .ddl(
                        "drop column %s.%s".formatted(table, change.column()),
                        dropSql(table, change.column()),
                        site.cost(table, Cost.losesData(table + ", brief")),
                        Catalog.onceNot(site.catalog().hasColumn(table, change.column()))));
        dropped.ifPresent(column -> steps.addAll(types.leftBy(List.of(column), change.apply(schema))));
        return Drafts.inOrder(steps);
    }

    protected String dropSql(QualifiedName table, Identifier column) {
        return site.alter(table) + "drop column " + site.quote(column);
    }

    public Drafts renameColumn(RenameColumn change) {
        return Drafts.inOrder(rename(change.table(), change.from(), change.to()));
    }

    protected final Draft rename(QualifiedName table, Identifier from, Identifier to) {
        return site.writer()
                .ddl(
                        "rename column %s.%s to %s".formatted(table, from, to),
                        renameSql(table, from, to),
                        site.cost(table, Cost.breaksRunningVersion(table + ", brief")),
                        Catalog.once(site.catalog().hasColumn(table, to)));
    }

    @Override
    protected String renameSql(QualifiedName table, Identifier from, Identifier to) {
        return site.alter(table) + "rename column " + site.quote(from) + " to " + site.quote(to);
    }

    /** A name for a column that takes the place of another one. */
    protected static Identifier shadow(Identifier column) {
        return new Identifier("godwit_" + column.text(), column.quoted());
    }

    /** Why free SQL behind a column's definition cannot be changed. */
    protected final DialectException optionsRefused(QualifiedName table, Column column) {
        return Refusals.unsupported(
                site.dialect().description(),
                "have the options of column %s.%s changed by Godwit, which does not read them"
                        .formatted(table, column.name()),
                "Write the statement by hand: schema.sql(\"alter table …\").effect(…) with this change as its effect.");
    }

    /** What is left to do when no change follows. */
    protected List<Draft> ending() {
        return List.of();
    }

    public final Drafts alterColumn(AlterColumn change) {
        ColumnDifference difference = new ColumnDifference(change.from(), change.to(), site.definitions());
        new Misfits(site).guard(change, difference);
        return change.conversion()
                .filter(value -> difference.becomesNotNull() && !difference.type() && !difference.generation())
                .map(value -> fillAndAlter(change, difference, value))
                .orElseGet(() -> values.around(
                        change,
                        difference,
                        newValue(change),
                        types.neededBy(List.of(change.to())),
                        () -> alter(change, difference)));
    }

    /** What a row gets by an alteration, as an expression over the row as it is before. */
    protected String newValue(AlterColumn change) {
        return change.to()
                .generatedAs()
                .map(Column.Generated::expression)
                .or(change::conversion)
                .orElseGet(() -> site.quote(change.from().name()));
    }

    /** Where only NULL is forbidden, rows without a value get one first. */
    private Drafts fillAndAlter(AlterColumn change, ColumnDifference difference, String value) {
        Drafts altering =
                alter(new AlterColumn(change.table(), change.from(), change.to(), Optional.empty()), difference);
        List<Draft> now = new ArrayList<>();
        now.addAll(
                change.forGood()
                        ? fill(change.table(), change.to().name(), value)
                        : fillAndKeep(change.table(), change.to().name(), value));
        now.addAll(altering.now());
        return new Drafts(now, altering.later(), altering.waits());
    }

    /** The steps of an alteration whose guards stand. */
    protected abstract Drafts alter(AlterColumn change, ColumnDifference difference);
}
