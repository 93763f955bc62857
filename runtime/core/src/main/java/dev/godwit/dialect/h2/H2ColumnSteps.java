package dev.godwit.dialect.h2;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.ColumnSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns on H2: one small statement for each part of a definition that changes. */
final class H2ColumnSteps extends ColumnSteps {

    private final KeySteps keys;
    private final H2TypeSteps domains;
    private final Dependents dependents;

    H2ColumnSteps(Site site, TableSteps tables, H2TypeSteps types, KeySteps keys, Dependents dependents) {
        super(site, tables, types);
        this.keys = keys;
        this.domains = types;
        this.dependents = dependents;
    }

    /** H2 copies the table for each change of its columns. */
    private Cost copy(QualifiedName table) {
        return Cost.copies(table, "the database, while " + table + " is copied");
    }

    @Override
    protected Cost addCost(QualifiedName table, Column column) {
        return copy(table);
    }

    @Override
    protected String renameSql(QualifiedName table, Identifier from, Identifier to) {
        return site.alter(table) + "alter column " + site.quote(from) + " rename to " + site.quote(to);
    }

    @Override
    protected Draft setNotNull(QualifiedName table, Column column) {
        return action(table, column.name(), "forbid null", "set not null", copy(table));
    }

    @Override
    protected Draft addCheck(QualifiedName table, Check check) {
        return keys.addPlain(table, check);
    }

    @Override
    protected Drafts alter(AlterColumn change, ColumnDifference difference) {
        QualifiedName table = change.table();
        Column from = change.from();
        Column to = change.to();
        if (difference.options()) {
            throw optionsRefused(table, to);
        }
        List<Draft> steps = new ArrayList<>();
        boolean replaced = difference.generation() || change.conversion().isPresent();
        if (replaced) {
            replace(change, difference, steps);
        } else {
            dropChecks(table, from, difference, steps);
            alterInPlace(change, difference, steps);
            addChecks(table, to, difference, steps);
        }
        if (replaced ? to.comment().isPresent() : difference.comment()) {
            steps.add(comment(table, to.name(), to.comment()));
        }
        return Drafts.inOrder(steps);
    }

    /** Another column takes the place of this one, with all that stands on it. */
    private void replace(AlterColumn change, ColumnDifference difference, List<Draft> steps) {
        QualifiedName table = change.table();
        Column to = change.to();
        dropChecks(table, change.from(), difference.gone(), steps);
        steps.addAll(dependents.drop(table, to.name()));
        steps.addAll(types.neededBy(List.of(to)));
        if (change.conversion().isPresent()) {
            steps.addAll(converted(table, difference, change.conversion().get()));
            addChecks(table, to, difference.come(), steps);
        } else {
            steps.addAll(anew(table, to));
            site.definitions().namedChecks(to).forEach(check -> steps.add(addCheck(table, check)));
        }
        steps.addAll(dependents.restore(table, to.name()));
        steps.addAll(types.leftBy(
                List.of(change.from()), change.apply(site.progress().schema())));
    }

    private void alterInPlace(AlterColumn change, ColumnDifference difference, List<Draft> steps) {
        QualifiedName table = change.table();
        Column to = change.to();
        if (difference.losesIdentity()) {
            steps.add(action(table, to.name(), "drop identity", "drop identity", copy(table)));
        }
        if (difference.sameNamedEnum()) {
            steps.addAll(domains.alter(difference));
            return;
        }
        steps.addAll(types.neededBy(List.of(to)));
        alterDefinition(change, difference, steps);
        steps.addAll(types.leftBy(
                List.of(change.from()), change.apply(site.progress().schema())));
    }

    private void alterDefinition(AlterColumn change, ColumnDifference difference, List<Draft> steps) {
        QualifiedName table = change.table();
        Column to = change.to();
        if (difference.defaultValue() || difference.type()) {
            change.from().defaultSql().ifPresent(sql -> steps.add(setDefault(table, to.name(), Optional.empty())));
        }
        if (difference.type()) {
            // A check keeps casts that fitted the old type, in text that nobody wrote.
            steps.addAll(dependents.dropChecks(table, to.name()));
            steps.add(action(
                    table,
                    to.name(),
                    "change type",
                    "set data type " + site.dialect().render(to.type()),
                    copy(table)));
            steps.addAll(dependents.restoreChecks(table, to.name()));
        }
        if (difference.defaultValue() || difference.type()) {
            to.defaultSql().ifPresent(sql -> steps.add(setDefault(table, to.name(), to.defaultSql())));
        }
        if (difference.becomesNullable()) {
            steps.add(allowNull(table, to));
        }
        if (difference.becomesNotNull()) {
            steps.add(setNotNull(table, to));
        }
        if (difference.becomesIdentity()) {
            steps.addAll(addIdentity(table, to));
        }
    }

    private List<Draft> addIdentity(QualifiedName table, Column to) {
        String type = site.dialect().render(to.type());
        return List.of(
                action(table, to.name(), "make identity", type + " generated by default as identity", copy(table)),
                action(
                        table,
                        to.name(),
                        "start identity above its largest value",
                        "restart with (select coalesce(max(%s), 0) + 1 from %s)"
                                .formatted(site.quote(to.name()), site.quote(table)),
                        Cost.brief("while the largest value is read")));
    }

    /**
     * The new values are computed beside the old ones, in a column that then takes the name: {@code set data type} with
     * {@code using} would compute them twice when it is interrupted.
     */
    private List<Draft> converted(QualifiedName table, ColumnDifference difference, String conversion) {
        Column to = difference.to();
        Column shadow = difference.unchecked(to, shadow(to.name()));
        List<Draft> steps = new ArrayList<>();
        steps.add(add(table, shadow, copy(table)));
        steps.addAll(fill(table, shadow.name(), conversion));
        steps.add(site.writer()
                .ddl(
                        "drop the old column %s.%s".formatted(table, to.name()),
                        dropSql(table, to.name()),
                        site.cost(table, copy(table)),
                        Catalog.onceNot(site.catalog().hasColumn(table, to.name()))));
        steps.add(rename(table, shadow.name(), to.name()));
        to.defaultSql().ifPresent(sql -> steps.add(setDefault(table, to.name(), to.defaultSql())));
        if (!to.nullable()) {
            steps.add(setNotNull(table, to));
        }
        return steps;
    }

    /** H2 cannot change the expression of a generated column. */
    private List<Draft> anew(QualifiedName table, Column to) {
        return List.of(
                site.writer()
                        .ddl(
                                "drop column %s.%s to make it anew".formatted(table, to.name()),
                                site.alter(table) + "drop column if exists " + site.quote(to.name()),
                                site.cost(table, Cost.losesData("the database, while " + table + " is copied")),
                                new Resume.Idempotent()),
                add(table, to, copy(table)));
    }

    @Override
    protected Draft allowNull(QualifiedName table, Column column) {
        return action(table, column.name(), "allow null", "drop not null", copy(table));
    }

    @Override
    protected void addChecks(
            QualifiedName table, Column to, ColumnDifference difference, List<Draft> now, List<Draft> later) {
        addChecks(table, to, difference, now);
    }

    @Override
    protected void dropChecks(QualifiedName table, Column from, ColumnDifference difference, List<Draft> steps) {
        if (difference.unnamedCheck()) {
            site.definitions()
                    .unnamedCheck(from)
                    .ifPresent(sql -> steps.add(keys.drop(table, new Check(Optional.empty(), sql))));
        }
        difference.namedChecksGone().forEach(check -> steps.add(keys.drop(table, check)));
    }

    private void addChecks(QualifiedName table, Column to, ColumnDifference difference, List<Draft> steps) {
        difference.namedChecksNew().forEach(check -> steps.add(keys.addPlain(table, check)));
        if (difference.unnamedCheck()) {
            site.definitions()
                    .unnamedCheck(to)
                    .ifPresent(sql -> steps.add(keys.addPlain(table, new Check(Optional.empty(), sql))));
        }
    }

    private Draft action(QualifiedName table, Identifier column, String what, String action, Cost cost) {
        return site.writer()
                .ddl(
                        "%s: %s.%s".formatted(what, table, column),
                        site.alter(table) + "alter column " + site.quote(column) + " " + action,
                        site.cost(table, cost),
                        new Resume.Idempotent());
    }
}
