package dev.godwit.dialect.mysql;

import dev.godwit.change.AddColumn;
import dev.godwit.change.DropColumn;
import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.ColumnSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandIns;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.KeptNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns on MySQL and MariaDB that are dropped and kept. */
abstract class MysqlKeptColumnSteps extends ColumnSteps {

    protected final MysqlDefinitions definitions;

    MysqlKeptColumnSteps(Site site, TableSteps tables, TypeSteps types, MysqlDefinitions definitions) {
        super(site, tables, types);
        this.definitions = definitions;
    }

    /**
     * NOT NULL stays, since to allow NULL rebuilds the table: rows that do not know the column get a default, and a mark
     * that they did.
     */
    @Override
    protected List<Draft> setAside(QualifiedName table, Column column, Identifier kept) {
        if (column.identity()) {
            throw Refusals.cannotRetire(table, column.name(), "it is auto_increment, and so has to be a key");
        }
        List<Draft> steps = new ArrayList<>();
        ColumnDifference gone = new ColumnDifference(column, column, definitions).gone();
        dropChecks(table, column, gone, steps);
        Column away = away(table, column, gone.unchecked(column, kept));
        String newRows = "";
        if (needsValue(column)) {
            Column mark = mark(kept);
            steps.add(add(table, mark, addCost(table, mark)));
            newRows = ", alter column %s set default 0".formatted(site.quote(mark.name()));
        }
        steps.add(changed(
                "retire column %s.%s as %s".formatted(table, column.name(), kept),
                table,
                column.name(),
                away,
                newRows,
                renameAlgorithm(),
                Cost.breaksRunningVersion(table + ", brief; the values are kept")));
        return steps;
    }

    /** Marks rows that are added from here on, where a column is kept that cannot do without a value. */
    final List<Draft> markNewRows(DropColumn change) {
        Column column = site.progress().table(change.table()).columns().get(change.column());
        return Optional.of(column)
                .filter(any -> needsValue(any) && !change.forGood())
                .flatMap(any -> site.progress().retire(change.table(), any))
                .map(kept -> setDefault(change.table(), mark(kept).name(), Optional.of("0")))
                .stream()
                .toList();
    }

    /** Lets rows be added that hold a stand-in in a column that is to go, which its check might forbid. */
    final List<Draft> uncheck(QualifiedName table, Column column) {
        if (!needsValue(column) || definitions.unnamedCheck(column).isEmpty() || !hasColumnChecks()) {
            return List.of();
        }
        Column unchecked = new ColumnDifference(column, column, definitions).unchecked(column, column.name());
        return List.of(modify(table, away(table, column, unchecked), renameAlgorithm()));
    }

    /** Whether a check without a name is a part of its column. */
    protected boolean hasColumnChecks() {
        return false;
    }

    protected abstract Draft modify(QualifiedName table, Column column, Algorithm algorithm);

    /** How a column gets another name, and another default. */
    protected Algorithm renameAlgorithm() {
        return Algorithm.INPLACE;
    }

    private Column away(QualifiedName table, Column column, Column unchecked) {
        Optional<String> standIn = needsValue(column)
                ? Optional.of(StandIns.of(site.dialect().render(column.type()))
                        .orElseThrow(() -> Refusals.cannotRetire(
                                table, column.name(), "it is NOT NULL and its type has no default that Godwit knows")))
                : column.defaultSql();
        return unchecked
                .withNullable(column.nullable())
                .withDefault(standIn)
                .withComment(column.comment())
                .withCollation(column.collation())
                .withOptions(column.options());
    }

    /** Tells the rows that were there, 1, from those that came while the column was away, 0. */
    private static Column mark(Identifier kept) {
        return Column.of(KeptNames.partOf(kept, kept).text(), new Type.Simple(Type.Simple.Kind.TINYINT))
                .withNullable(false)
                .withDefault(Optional.of("1"));
    }

    @Override
    protected String wasAway(Column column, Identifier kept) {
        return site.quote(mark(kept).name()) + " = 0";
    }

    @Override
    protected void bringBack(AddColumn change, Identifier kept, List<Draft> now, List<Draft> later) {
        QualifiedName table = change.table();
        Column column = change.column();
        ColumnDifference come = new ColumnDifference(column, column, definitions).come();
        if (needsValue(column)) {
            change.valueForExisting()
                    .ifPresent(value -> now.add(site.writer()
                            .rows(
                                    "give rows a value in %s.%s".formatted(table, column.name()),
                                    "update %s set %s = %s where %s"
                                            .formatted(
                                                    site.quote(table), site.quote(kept), value, wasAway(column, kept)),
                                    Cost.online("new rows of " + table + " while they are written"))));
        }
        Algorithm algorithm = come.unnamedCheck() ? algorithm(come) : renameAlgorithm();
        now.add(changed(
                "bring column %s.%s back".formatted(table, column.name()),
                table,
                kept,
                column,
                "",
                algorithm,
                algorithm.cost(table)));
        if (needsValue(column)) {
            Identifier mark = mark(kept).name();
            now.add(site.writer()
                    .ddl(
                            "drop the mark of new rows of " + table,
                            dropSql(table, mark),
                            site.cost(table, dropAlgorithm().cost(table)),
                            Catalog.onceNot(site.catalog().hasColumn(table, mark))));
        }
        addChecks(table, column, come, now);
    }

    private Draft changed(
            String description,
            QualifiedName table,
            Identifier from,
            Column to,
            String more,
            Algorithm algorithm,
            Cost cost) {
        return site.writer()
                .ddl(
                        description,
                        "%schange column %s %s%s%s"
                                .formatted(
                                        site.alter(table),
                                        site.quote(from),
                                        definitions.modified(to),
                                        more,
                                        algorithm.of(site, table)),
                        site.cost(table, cost),
                        Catalog.once(site.catalog().hasColumn(table, to.name())));
    }

    @Override
    protected void addChecks(
            QualifiedName table, Column to, ColumnDifference difference, List<Draft> now, List<Draft> later) {
        addChecks(table, to, difference, now);
    }

    protected abstract Algorithm dropAlgorithm();

    /** The gentlest way that does. */
    protected abstract Algorithm algorithm(ColumnDifference difference);

    /** Adds the checks that {@code modify column} does not state. */
    protected abstract void addChecks(QualifiedName table, Column to, ColumnDifference difference, List<Draft> steps);
}
