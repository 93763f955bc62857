package dev.godwit.dialect.postgresql;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropUnique;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys and checks on PostgreSQL. On a table in use a strong lock is held only for a moment: rows are read by a
 * validation or a concurrent index build, in a group of its own.
 */
final class PostgresqlKeySteps extends KeySteps {

    private final PostgresqlCatalog catalog;

    PostgresqlKeySteps(Site site) {
        super(site);
        this.catalog = new PostgresqlCatalog(site.dialect());
    }

    @Override
    public Drafts addPrimaryKey(AddPrimaryKey change) {
        QualifiedName table = change.table();
        if (site.progress().isNew(table)) {
            return super.addPrimaryKey(change);
        }
        PrimaryKey key = change.key();
        Identifier name = key.name().orElseGet(() -> GeneratedNames.primaryKey(site.dialect(), table));
        return byIndex(table, key.columns(), name, "primary key");
    }

    @Override
    public Drafts addUnique(AddUnique change) {
        QualifiedName table = change.table();
        UniqueKey key = change.key();
        if (site.progress().isNew(table) || key.options().isPresent()) {
            return super.addUnique(change);
        }
        Identifier name = key.name().orElseGet(() -> GeneratedNames.unique(site.dialect(), table, key.columns()));
        return byIndex(table, key.columns(), name, "unique");
    }

    /** Where a migration is taken back from its middle, the index may be all that there is of the key yet. */
    @Override
    public Drafts dropUnique(DropUnique change) {
        QualifiedName table = change.table();
        if (change.key().name().isEmpty() || !site.progress().isWayBack()) {
            return super.dropUnique(change);
        }
        Identifier name = change.key().name().get();
        return Drafts.inOrder(
                dropping(
                        table,
                        "drop unique key %s of %s".formatted(name, table),
                        site.alter(table) + "drop constraint if exists " + site.quote(name)),
                dropping(
                        table,
                        "drop index %s, if it was all there was of the key".formatted(name),
                        "drop index if exists " + site.quote(table.withName(name))));
    }

    private Draft dropping(QualifiedName table, String description, String sql) {
        return site.writer().ddl(description, sql, site.cost(table, dropKeyCost(table)), new Resume.Transactional());
    }

    private Drafts byIndex(QualifiedName table, List<Identifier> columns, Identifier name, String kind) {
        Index index = Index.of(name, columns).withUnique(true);
        Draft build = PostgresqlIndexSteps.concurrently(site, table, index);
        Draft adopt = site.writer()
                .ddl(
                        "add %s %s of %s by its index".formatted(kind, name, table),
                        "%sadd constraint %s %s using index %s"
                                .formatted(site.alter(table), site.quote(name), kind, site.quote(name)),
                        Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief"),
                        new Resume.Transactional());
        return Drafts.inOrder(build, adopt);
    }

    @Override
    public Drafts dropPrimaryKey(DropPrimaryKey change) {
        QualifiedName table = change.table();
        return Drafts.inOrder(site.writer()
                .ddl(
                        "drop primary key of " + table,
                        catalog.primaryKey(table, site.alter(table) + "drop constraint " + Work.NamedByDatabase.NAME),
                        site.cost(table, dropKeyCost(table)),
                        new Resume.Transactional()));
    }

    @Override
    public Drafts addForeignKey(AddForeignKey change) {
        QualifiedName table = change.table();
        ForeignKey key = change.key();
        if (site.progress().isNew(table)) {
            return Drafts.inOrder(addPlain(table, key));
        }
        Draft add = site.writer()
                .ddl(
                        "add foreign key %s of %s, for new rows".formatted(key.name(), table),
                        site.alter(table) + "add " + site.definitions().foreignKey(key) + " not valid",
                        Cost.brief("SHARE ROW EXCLUSIVE on %s and %s, brief".formatted(table, key.referencedTable())),
                        new Resume.Transactional());
        List<Draft> now = new ArrayList<>(PostgresqlHold.WRITERS.outOfOwner(site, table, key));
        now.add(add);
        return Drafts.adding(now, validations(validate(table, key.name())));
    }

    @Override
    protected List<Draft> holdOwner(QualifiedName table, ForeignKey key) {
        return PostgresqlHold.USERS.outOfOwner(site, table, key);
    }

    @Override
    public Drafts addCheck(AddCheck change) {
        QualifiedName table = change.table();
        return site.progress().isNew(table)
                ? super.addCheck(change)
                : Drafts.adding(
                        List.of(addUnvalidated(table, change.check())),
                        validations(validate(table, Optional.empty(), change.check())));
    }

    private List<Draft> validations(Draft validation) {
        return site.progress().retention().leavesUnvalidated() ? List.of() : List.of(validation);
    }

    Draft addUnvalidated(QualifiedName table, Check check) {
        return site.writer()
                .ddl(
                        "add check %s of %s, for new rows".formatted(describe(check), table),
                        site.alter(table) + "add " + site.definitions().check(check) + " not valid",
                        Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief"),
                        new Resume.Transactional());
    }

    /** Reads the rows for a check, looking its name up where the database made it. */
    Draft validate(QualifiedName table, Optional<Identifier> column, Check check) {
        if (check.name().isPresent()) {
            return validate(table, check.name().get());
        }
        String template = site.alter(table) + "validate constraint " + Work.NamedByDatabase.NAME;
        return validating(
                table,
                describe(check),
                column.map(name -> catalog.namedByDatabase(table, name, check.expression(), template))
                        .orElseGet(() -> catalog.namedByDatabase(table, check, template)));
    }

    Draft validate(QualifiedName table, Identifier constraint) {
        return validating(
                table,
                constraint.toString(),
                new Work.Sql(site.alter(table) + "validate constraint " + site.quote(constraint)));
    }

    private static Draft validating(QualifiedName table, String constraint, Work work) {
        return new Draft(
                new Step(
                        "validate %s of %s".formatted(constraint, table),
                        work,
                        new Resume.Transactional(),
                        Hazard.ONLINE,
                        "SHARE UPDATE EXCLUSIVE on " + table + " while the rows are read"),
                Draft.Placement.OWN_TRANSACTION);
    }

    /** The check of a column that the database named, as it was before another one took its place, if it did. */
    List<Draft> checkAgain(AlterColumn change) {
        QualifiedName table = change.table();
        Identifier column = change.from().name();
        Optional<String> before = site.definitions().unnamedCheck(change.from());
        List<Draft> steps = new ArrayList<>();
        site.definitions()
                .unnamedCheck(change.to())
                .filter(check -> !before.equals(Optional.of(check)))
                .ifPresent(check -> steps.add(
                        alone(dropColumnCheck(table, column, check), Catalog.onceNot(hasCheck(table, check)))));
        before.filter(check -> !steps.isEmpty()).ifPresent(sql -> {
            Check check = new Check(Optional.empty(), sql);
            steps.add(alone(addUnvalidated(table, check), Catalog.once(hasCheck(table, sql))));
            steps.add(validate(table, Optional.of(column), check));
        });
        return steps;
    }

    private String hasCheck(QualifiedName table, String expression) {
        return catalog.hasCheck(table, new Check(Optional.empty(), expression));
    }

    private static Draft alone(Draft draft, Resume resume) {
        Step step = draft.step();
        return new Draft(
                new Step(step.description(), step.work(), resume, step.hazard(), step.lock()),
                Draft.Placement.NO_TRANSACTION);
    }

    /** Drops the check that stands on a column and that the database named. */
    Draft dropColumnCheck(QualifiedName table, Identifier column, String expression) {
        return site.writer()
                .ddl(
                        "drop check of %s.%s".formatted(table, column),
                        catalog.namedByDatabase(
                                table,
                                column,
                                expression,
                                site.alter(table) + "drop constraint " + Work.NamedByDatabase.NAME),
                        site.cost(table, dropKeyCost(table)),
                        new Resume.Transactional());
    }

    @Override
    protected Cost scanCost(QualifiedName table) {
        return Cost.brief("ACCESS EXCLUSIVE on " + table + " while the rows are read");
    }

    @Override
    protected Cost dropKeyCost(QualifiedName table) {
        return Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief");
    }
}
