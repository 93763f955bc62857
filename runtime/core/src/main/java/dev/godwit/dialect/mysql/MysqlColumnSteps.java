package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Sized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns on MySQL: {@code modify column} states a definition as a whole. */
public class MysqlColumnSteps extends MysqlKeptColumnSteps {

    /** Up to this length a text needs one byte for its length, at four bytes a character; above it two. */
    private static final long ONE_LENGTH_BYTE = 63;

    private static final int ONE_BYTE_VALUES = 255;

    protected final MysqlKeySteps keys;
    private final Dependents dependents;
    private final SuspendedKeys suspended;

    public MysqlColumnSteps(
            Site site,
            TableSteps tables,
            TypeSteps types,
            MysqlKeySteps keys,
            MysqlDefinitions definitions,
            Dependents dependents) {
        super(site, tables, types, definitions);
        this.keys = keys;
        this.dependents = dependents;
        this.suspended = new SuspendedKeys(site, keys);
    }

    @Override
    protected Cost addCost(QualifiedName table, Column column) {
        return addAlgorithm(column).cost(table);
    }

    /** Adding a column touches rows only where each gets a value of its own, or is checked. */
    protected Algorithm addAlgorithm(Column column) {
        boolean stored = column.generatedAs().map(Column.Generated::stored).orElse(false);
        boolean instant = !column.identity()
                && !stored
                && definitions.checks(column).isEmpty()
                && column.defaultSql().map(Literals::isOneValue).orElse(true);
        return instant ? Algorithm.INSTANT : Algorithm.COPY;
    }

    @Override
    protected String addSql(QualifiedName table, Column column, Cost cost) {
        return super.addSql(table, column, cost) + addAlgorithm(column).of(site, table);
    }

    /** MySQL takes no literal as the default of a large value. */
    @Override
    protected boolean mayHaveDefault(Column column) {
        return super.mayHaveDefault(column) && !isLarge(site.dialect().render(column.type()));
    }

    private static boolean isLarge(String type) {
        return type.contains("text") || type.contains("blob") || type.startsWith("json");
    }

    @Override
    protected Draft setDefault(QualifiedName table, Identifier column, Optional<String> expression) {
        return site.writer()
                .ddl(
                        "change default of %s.%s".formatted(table, column),
                        site.alter(table)
                                + "alter column "
                                + site.quote(column)
                                + expression.map(sql -> " set default " + sql).orElse(" drop default")
                                + Algorithm.INSTANT.of(site, table),
                        site.cost(table, Algorithm.INSTANT.cost(table)),
                        new Resume.Idempotent());
    }

    @Override
    protected Draft setNotNull(QualifiedName table, Column column) {
        return modify(table, column.withNullable(false), Algorithm.INPLACE);
    }

    @Override
    protected Draft addCheck(QualifiedName table, Check check) {
        return keys.addPlain(table, check);
    }

    @Override
    protected String dropSql(QualifiedName table, Identifier column) {
        return super.dropSql(table, column) + dropAlgorithm().of(site, table);
    }

    @Override
    protected Algorithm dropAlgorithm() {
        return Algorithm.INSTANT;
    }

    @Override
    protected String renameSql(QualifiedName table, Identifier from, Identifier to) {
        return super.renameSql(table, from, to) + Algorithm.INPLACE.of(site, table);
    }

    /** MySQL renames no column that a check names. The check of a type is written anew; others have no text to write. */
    @Override
    public Drafts renameColumn(RenameColumn change) {
        QualifiedName table = change.table();
        Optional<Column> column = site.progress().table(table).column(change.from());
        Optional<Check> before = column.flatMap(definitions::checkOfType);
        List<Draft> steps = new ArrayList<>();
        before.ifPresent(check -> steps.add(keys.drop(table, check)));
        steps.add(rename(table, change.from(), change.to()));
        column.map(found -> found.withName(change.to()))
                .flatMap(definitions::checkOfType)
                .ifPresent(check -> steps.add(keys.addPlain(table, check)));
        return Drafts.inOrder(steps);
    }

    @Override
    protected Drafts alter(AlterColumn change, ColumnDifference difference) {
        QualifiedName table = change.table();
        Column to = change.to();
        List<Draft> steps = new ArrayList<>();
        if (difference.generation() || change.conversion().isPresent()) {
            replace(change, difference, steps);
        } else {
            dropChecks(table, change.from(), difference, steps);
            steps.addAll(modified(change, difference));
            addChecks(table, to, difference, steps);
        }
        return Drafts.inOrder(steps);
    }

    /** Gives a column that stands in for another one all that its definition says, and leaves keys alone. */
    final List<Draft> become(QualifiedName table, Column from, Column to) {
        ColumnDifference difference = new ColumnDifference(from, to, definitions);
        List<Draft> steps = new ArrayList<>();
        steps.add(modify(table, to, algorithm(difference)));
        addChecks(table, to, difference, steps);
        return steps;
    }

    /** Another column takes the place of this one, with all that stands on it. */
    private void replace(AlterColumn change, ColumnDifference difference, List<Draft> steps) {
        QualifiedName table = change.table();
        Column to = change.to();
        dropChecks(table, change.from(), difference.gone(), steps);
        steps.addAll(dependents.drop(table, to.name()));
        if (change.conversion().isPresent()) {
            steps.addAll(converted(table, difference, change.conversion().get()));
            addChecks(table, to, difference.come(), steps);
        } else {
            steps.addAll(anew(table, to));
            definitions.namedChecks(to).forEach(check -> steps.add(addCheck(table, check)));
        }
        steps.addAll(dependents.restore(table, to.name()));
    }

    private List<Draft> modified(AlterColumn change, ColumnDifference difference) {
        Algorithm algorithm = algorithm(difference);
        List<Draft> steps = new ArrayList<>();
        if (algorithm == Algorithm.COPY) {
            steps.addAll(suspended.suspend(change.table(), change.to().name()));
        }
        steps.add(modify(change.table(), change.to(), algorithm));
        steps.addAll(suspended.resume(change));
        return steps;
    }

    @Override
    protected List<Draft> ending() {
        return suspended.resumeAll();
    }

    @Override
    protected Draft allowNull(QualifiedName table, Column column) {
        return modify(table, column.withNullable(true), Algorithm.INPLACE);
    }

    /** Drops the checks that {@code modify column} leaves in place. */
    @Override
    protected void dropChecks(QualifiedName table, Column from, ColumnDifference difference, List<Draft> steps) {
        if (difference.unnamedCheck()) {
            definitions
                    .unnamedCheck(from)
                    .ifPresent(sql -> steps.add(keys.drop(table, new Check(Optional.empty(), sql))));
        }
        difference.namedChecksGone().forEach(check -> steps.add(keys.drop(table, check)));
    }

    @Override
    protected void addChecks(QualifiedName table, Column to, ColumnDifference difference, List<Draft> steps) {
        difference.namedChecksNew().forEach(check -> steps.add(keys.addPlain(table, check)));
        if (difference.unnamedCheck()) {
            definitions
                    .unnamedCheck(to)
                    .ifPresent(sql -> steps.add(keys.addPlain(table, new Check(Optional.empty(), sql))));
        }
    }

    /** Whether the table is copied for another type of a column. */
    final boolean copies(AlterColumn change) {
        return algorithm(new ColumnDifference(change.from(), change.to(), definitions)) == Algorithm.COPY;
    }

    /** How a table in use is copied. */
    protected Algorithm copyInUse() {
        return Algorithm.COPY;
    }

    @Override
    protected final Draft modify(QualifiedName table, Column column, Algorithm algorithm) {
        return modify(table, column, algorithm, "");
    }

    /**
     * Lets the database make the values of a column from now on, beside those who use the table. A row whose key is 0 would
     * get another one by the copy, which the server does not do beside users.
     */
    final Draft number(QualifiedName table, Column column) {
        return modify(
                table,
                column,
                Algorithm.ONLINE_COPY,
                "set statement sql_mode = concat(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO') for ");
    }

    private Draft modify(QualifiedName table, Column column, Algorithm algorithm, String before) {
        return site.writer()
                .ddl(
                        "alter column %s.%s".formatted(table, column.name()),
                        before + site.alter(table) + "modify column " + definitions.modified(column)
                                + algorithm.of(site, table),
                        site.cost(table, algorithm.cost(table)),
                        new Resume.Idempotent());
    }

    @Override
    protected Algorithm algorithm(ColumnDifference difference) {
        if (difference.becomesIdentity() || difference.losesIdentity()) {
            return Algorithm.COPY;
        }
        if (difference.type() && !isAppendedEnum(difference)) {
            return isLongerInPlace(difference) ? Algorithm.INPLACE : Algorithm.COPY;
        }
        return difference.becomesNotNull() || difference.becomesNullable() ? Algorithm.INPLACE : Algorithm.INSTANT;
    }

    private static boolean isLongerInPlace(ColumnDifference difference) {
        if (!difference.longerText()) {
            return false;
        }
        long from = length(difference.from().type());
        long to = length(difference.to().type());
        return to <= ONE_LENGTH_BYTE || from > ONE_LENGTH_BYTE;
    }

    private static long length(Type type) {
        return type instanceof Sized sized ? sized.length() : 0;
    }

    /** Values behind those that are there need no other bytes, as long as one byte counts them. */
    private boolean isAppendedEnum(ColumnDifference difference) {
        if (!(difference.from().type() instanceof EnumOf before)
                || !(difference.to().type() instanceof EnumOf after)) {
            return false;
        }
        String written = site.dialect().render(before);
        return site.dialect().render(after).startsWith(written.substring(0, written.length() - 1))
                && (after.values().size() <= ONE_BYTE_VALUES)
                        == (before.values().size() <= ONE_BYTE_VALUES);
    }

    /** The new values are computed beside the old ones, in a column that then takes the name. */
    private List<Draft> converted(QualifiedName table, ColumnDifference difference, String conversion) {
        Column to = difference.to();
        Column shadow = difference.unchecked(to, shadow(to.name()));
        List<Draft> steps = new ArrayList<>();
        steps.add(add(table, shadow, addCost(table, shadow)));
        steps.addAll(fill(table, shadow.name(), conversion));
        steps.add(site.writer()
                .ddl(
                        "replace column %s.%s".formatted(table, to.name()),
                        "%sdrop column %s, change column %s %s%s"
                                .formatted(
                                        site.alter(table),
                                        site.quote(to.name()),
                                        site.quote(shadow.name()),
                                        definitions.modified(to),
                                        Algorithm.COPY.of(site, table)),
                        site.cost(table, Algorithm.COPY.cost(table)),
                        Catalog.onceNot(site.catalog().hasColumn(table, shadow.name()))));
        return steps;
    }

    /** Another expression needs another column. */
    private List<Draft> anew(QualifiedName table, Column to) {
        return List.of(site.writer()
                .ddl(
                        "make column %s.%s anew".formatted(table, to.name()),
                        "%sdrop column %s, add column %s%s"
                                .formatted(
                                        site.alter(table),
                                        site.quote(to.name()),
                                        definitions.column(to),
                                        Algorithm.COPY.of(site, table)),
                        site.cost(table, Cost.losesData(table + " while it is copied")),
                        new Resume.Idempotent()));
    }
}
