package dev.godwit.dialect.postgresql;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.ColumnSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.NamedTypes;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type.EnumOf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Columns on PostgreSQL. */
final class PostgresqlColumnSteps extends ColumnSteps {

    private final PostgresqlKeySteps keys;
    private final PostgresqlTypeSteps enums;
    private final Dependents dependents;

    PostgresqlColumnSteps(
            Site site,
            PostgresqlTableSteps tables,
            PostgresqlTypeSteps types,
            PostgresqlKeySteps keys,
            Dependents dependents) {
        super(site, tables, types);
        this.keys = keys;
        this.enums = types;
        this.dependents = dependents;
    }

    @Override
    protected Cost addCost(QualifiedName table, Column column) {
        boolean instant = !column.identity()
                && column.generatedAs().isEmpty()
                && column.defaultSql().map(Literals::isOneValue).orElse(true);
        return instant
                ? Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief")
                : Cost.copies(table, "ACCESS EXCLUSIVE on " + table + " while it is rewritten");
    }

    @Override
    protected void addAndFill(QualifiedName table, Column column, String value, List<Draft> now, List<Draft> later) {
        if (site.progress().isNew(table)) {
            super.addAndFill(table, column, value, now, later);
            return;
        }
        Column empty = column.withNullable(true);
        now.add(add(table, empty, addCost(table, empty)));
        if (column.nullable()) {
            later.add(fillOnce(table, column.name(), value));
        } else {
            fillAndForbidNull(table, column.name(), Optional.of(value), later);
        }
    }

    /** Rows that come while others are filled are filled too, once no more without a value can come. */
    private void fillAndForbidNull(QualifiedName table, Identifier column, Optional<String> value, List<Draft> later) {
        Check filled = filled(table, column);
        value.ifPresent(sql -> later.add(fillOnce(table, column, sql)));
        later.add(alone(keys.addUnvalidated(table, filled)));
        value.ifPresent(sql -> later.add(fillRest(table, column, sql)));
        later.addAll(validatedNotNull(table, column, filled));
    }

    @Override
    protected void bringBack(AddColumn change, Identifier kept, List<Draft> now, List<Draft> later) {
        QualifiedName table = change.table();
        Column column = change.column();
        now.add(unretire(table, kept, column.name()));
        if (needsValue(column)) {
            fillAndForbidNull(table, column.name(), change.valueForExisting(), later);
        }
        addChecks(table, column, new ColumnDifference(column, column, site.definitions()).come(), now, later);
    }

    @Override
    protected List<Draft> setAside(QualifiedName table, Column column, Identifier kept) {
        PostgresqlTableSteps.guardViews(site, table, Optional.of(column.name()));
        return super.setAside(table, column, kept);
    }

    @Override
    protected Draft allowNull(QualifiedName table, Column column) {
        return action(
                table,
                column.name(),
                "allow null",
                "drop not null",
                Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief"));
    }

    @Override
    protected boolean addressesRows() {
        return true;
    }

    private static Draft alone(Draft draft) {
        return new Draft(draft.step(), Draft.Placement.OWN_TRANSACTION);
    }

    /** Stands in for NOT NULL until the rows have been read, since reading them under NOT NULL would lock the table. */
    private Check filled(QualifiedName table, Identifier column) {
        CRC32 hash = new CRC32();
        hash.update((table + "." + column).getBytes(StandardCharsets.UTF_8));
        return new Check(
                Optional.of(Identifier.of("godwit_not_null_%08x".formatted(hash.getValue()))),
                site.quote(column) + " is not null");
    }

    private List<Draft> validatedNotNull(QualifiedName table, Identifier column, Check filled) {
        return List.of(
                keys.validate(table, filled.name().orElseThrow()),
                plainNotNull(table, column),
                keys.drop(table, filled));
    }

    private Draft plainNotNull(QualifiedName table, Identifier column) {
        return site.writer()
                .ddl(
                        "forbid null in %s.%s".formatted(table, column),
                        site.alter(table) + "alter column " + site.quote(column) + " set not null",
                        site.cost(table, Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief")),
                        new Resume.Transactional());
    }

    @Override
    protected Draft setNotNull(QualifiedName table, Column column) {
        return plainNotNull(table, column.name());
    }

    @Override
    protected Draft addCheck(QualifiedName table, Check check) {
        return keys.addPlain(table, check);
    }

    @Override
    protected Drafts alter(AlterColumn change, ColumnDifference difference) {
        QualifiedName table = change.table();
        Column to = change.to();
        if (difference.options()) {
            throw optionsRefused(table, to);
        }
        if (difference.generation() && !losesExpression(difference)) {
            return Drafts.inOrder(anew(change, difference));
        }
        List<Draft> now = new ArrayList<>();
        List<Draft> later = new ArrayList<>();
        dropChecks(table, change.from(), difference, now);
        if (difference.losesIdentity()) {
            now.add(action(table, to.name(), "drop identity", "drop identity", Cost.brief(table + ", brief")));
        }
        if (losesExpression(difference)) {
            now.add(action(table, to.name(), "drop expression", "drop expression", Cost.brief(table + ", brief")));
        }
        alterType(change, difference, now);
        notNull(table, difference, now, later);
        if (difference.becomesIdentity()) {
            now.addAll(addIdentity(table, to.name()));
        }
        addChecks(table, to, difference, now, later);
        if (difference.comment()) {
            now.add(comment(table, to.name(), to.comment()));
        }
        return new Drafts(now, later, true);
    }

    /** A generated column can lose its expression; another one, or a first one, needs another column. */
    private static boolean losesExpression(ColumnDifference difference) {
        return difference.generation() && difference.to().generatedAs().isEmpty() && !difference.type();
    }

    /** Another column takes the place of this one, with all that stands on it. */
    private List<Draft> anew(AlterColumn change, ColumnDifference difference) {
        QualifiedName table = change.table();
        Column to = change.to();
        List<Draft> steps = new ArrayList<>();
        dropChecks(table, change.from(), difference.gone(), steps);
        steps.addAll(dependents.drop(table, to.name()));
        steps.add(action(table, to.name(), "drop column to make it anew", "", Cost.losesData(table + ", brief")));
        steps.addAll(types.neededBy(List.of(to)));
        steps.add(add(table, to, addCost(table, to)));
        site.definitions().namedChecks(to).forEach(check -> steps.add(addCheck(table, check)));
        steps.addAll(dependents.restore(table, to.name()));
        to.comment().ifPresent(text -> steps.add(comment(table, to.name(), to.comment())));
        return steps;
    }

    @Override
    protected void dropChecks(QualifiedName table, Column from, ColumnDifference difference, List<Draft> now) {
        if (difference.unnamedCheck()) {
            site.definitions()
                    .unnamedCheck(from)
                    .ifPresent(check -> now.add(keys.dropColumnCheck(table, from.name(), check)));
        }
        difference.namedChecksGone().forEach(check -> now.add(keys.drop(table, check)));
    }

    @Override
    protected void addChecks(
            QualifiedName table, Column to, ColumnDifference difference, List<Draft> now, List<Draft> later) {
        List<Check> checks = new ArrayList<>(difference.namedChecksNew());
        if (difference.unnamedCheck()) {
            site.definitions().unnamedCheck(to).ifPresent(sql -> checks.add(new Check(Optional.empty(), sql)));
        }
        for (Check check : checks) {
            if (site.progress().isNew(table)) {
                now.add(keys.addPlain(table, check));
            } else {
                now.add(keys.addUnvalidated(table, check));
                later.add(keys.validate(table, Optional.of(to.name()), check));
            }
        }
    }

    @Override
    protected String newValue(AlterColumn change) {
        return change.to().generatedAs().isPresent()
                ? super.newValue(change)
                : PostgresqlAlterations.value(site, change).orElseGet(() -> super.newValue(change));
    }

    private void alterType(AlterColumn change, ColumnDifference difference, List<Draft> now) {
        QualifiedName table = change.table();
        Column from = change.from();
        Column to = change.to();
        Optional<EnumOf> enumBefore = NamedTypes.of(from.type());
        Optional<EnumOf> enumAfter = NamedTypes.of(to.type());
        boolean sameEnum = difference.sameNamedEnum();
        if (sameEnum && !enumBefore.equals(enumAfter) && !enums.isDone(enumAfter.orElseThrow())) {
            now.addAll(enums.alter(enumBefore.get(), enumAfter.get()));
        } else if (!sameEnum) {
            now.addAll(types.neededBy(List.of(to)));
        }
        List<String> actions = PostgresqlAlterations.of(site, change, difference);
        if (!actions.isEmpty()) {
            boolean converts = difference.type() || change.conversion().isPresent();
            Cost cost = converts && !PostgresqlAlterations.keepsRows(change, difference)
                    ? Cost.copies(table, "ACCESS EXCLUSIVE on " + table + " while it is rewritten")
                    : Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief");
            now.add(site.writer()
                    .ddl(
                            "alter column %s.%s".formatted(table, to.name()),
                            site.alter(table) + String.join(", ", actions),
                            site.cost(table, cost),
                            new Resume.Transactional()));
        }
        if (!sameEnum) {
            now.addAll(types.leftBy(List.of(from), change.apply(site.progress().schema())));
        }
    }

    private void notNull(QualifiedName table, ColumnDifference difference, List<Draft> now, List<Draft> later) {
        Identifier column = difference.to().name();
        if (!difference.becomesNotNull()) {
            return;
        }
        if (site.progress().isNew(table) || difference.becomesIdentity()) {
            now.add(plainNotNull(table, column));
            return;
        }
        Check filled = filled(table, column);
        now.add(keys.addUnvalidated(table, filled));
        later.addAll(validatedNotNull(table, column, filled));
    }

    private List<Draft> addIdentity(QualifiedName table, Identifier column) {
        return List.of(
                action(
                        table,
                        column,
                        "make identity",
                        "add generated by default as identity",
                        Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief")),
                site.writer()
                        .ddl(
                                "start identity %s.%s above its largest value".formatted(table, column),
                                "select setval(pg_get_serial_sequence(%s, %s), greatest(max(%s), 0) + 1, false) from %s"
                                        .formatted(
                                                site.dialect().literal(site.quote(table)),
                                                site.dialect()
                                                        .literal(site.dialect().catalogName(column)),
                                                site.quote(column),
                                                site.quote(table)),
                                site.cost(table, Cost.brief("while the largest value is read")),
                                new Resume.Transactional()));
    }

    private Draft action(QualifiedName table, Identifier column, String what, String action, Cost cost) {
        String sql = action.isEmpty()
                ? "drop column " + site.quote(column)
                : "alter column " + site.quote(column) + " " + action;
        return site.writer()
                .ddl(
                        "%s: %s.%s".formatted(what, table, column),
                        site.alter(table) + sql,
                        site.cost(table, cost),
                        new Resume.Transactional());
    }
}
