package dev.godwit.dialect.postgresql;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.dialect.phased.CollectionTriggers;
import dev.godwit.dialect.phased.Filling;
import dev.godwit.dialect.phased.HierarchyTriggers;
import dev.godwit.dialect.phased.KeySource;
import dev.godwit.dialect.phased.Manoeuvres;
import dev.godwit.dialect.phased.MoveTriggers;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.RenamedColumn;
import dev.godwit.dialect.phased.Triggers;
import dev.godwit.dialect.phased.TwinIndexes;
import dev.godwit.dialect.phased.Twins;
import dev.godwit.dialect.phased.TypeChange;
import dev.godwit.dialect.phased.Wording;
import dev.godwit.dialect.standard.ColumnSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.Version;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manoeuvres on PostgreSQL, where definitions and triggers change in one transaction. */
final class PostgresqlManoeuvres implements Manoeuvres {

    private final Site site;
    private final PostgresqlTableSteps tables;
    private final ColumnSteps columns;
    private final PostgresqlKeySteps keys;
    private final Version version;
    private final PostgresqlTriggers triggers;

    PostgresqlManoeuvres(
            Site site, PostgresqlTableSteps tables, ColumnSteps columns, PostgresqlKeySteps keys, Version version) {
        this.site = site;
        this.tables = tables;
        this.columns = columns;
        this.keys = keys;
        this.version = version;
        this.triggers = new PostgresqlTriggers(site);
    }

    /**
     * A twin has the new name until the old column takes it: keys, checks, identity and all else stay where they are, and
     * hold for the twin too, since the two are in step.
     */
    @Override
    public Drafts renameColumn(RenameColumn change) {
        QualifiedName table = change.table();
        RenamedColumn renamed = RenamedColumn.of(site, change);
        Twins twins = renamed.twins(site);
        Wording words = triggers.words(twins);
        triggers.guards(twins).forEach(guard -> site.progress().guard(Ref.of(table, change.from()), guard));
        List<Draft> now = new ArrayList<>();
        now.add(ddl(
                "add column %s.%s beside %s".formatted(table, change.to(), change.from()),
                site.alter(table) + "add column " + site.definitions().column(renamed.twin()),
                table));
        now.addAll(triggers.create(twins));
        List<Draft> later = new ArrayList<>();
        later.add(new Filling(site).of(twins, words));
        TwinIndexes.of(site.progress().table(table), change.from(), change.to())
                .forEach(index -> later.add(PostgresqlIndexSteps.concurrently(site, table, index)));
        List<Draft> contract = new ArrayList<>(triggers.drop(twins));
        contract.add(ddl(
                "drop column %s.%s, whose values another one has".formatted(table, change.to()),
                site.alter(table) + "drop column " + site.quote(change.to()),
                table));
        contract.add(ddl(
                "rename column %s.%s to %s".formatted(table, change.from(), change.to()),
                "%srename column %s to %s"
                        .formatted(site.alter(table), site.quote(change.from()), site.quote(change.to())),
                table));
        List<Draft> abandon = new ArrayList<>(triggers.dropIfThere(twins));
        abandon.add(dropAdded(table, change.to()));
        return new Drafts(now, later, true, contract, abandon, gate(twins, words));
    }

    private Gate gate(Twins twins, Wording words) {
        String rows = new RowChecks(site).rowsBetween(twins.table(), twins.apart(words));
        return new Gate(
                List.of(Guard.listing(rows, PhasedRefusals.apart(twins.subject()))), List.of(triggers.watch(twins)));
    }

    private Draft ddl(String description, String sql, QualifiedName table) {
        return site.writer()
                .ddl(
                        description,
                        sql,
                        Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief"),
                        new Resume.Transactional());
    }

    @Override
    public Triggers triggers() {
        return triggers;
    }

    @Override
    public MoveTriggers moveTriggers() {
        return new PostgresqlMoveTriggers(site);
    }

    @Override
    public CollectionTriggers collectionTriggers() {
        return new PostgresqlCollectionTriggers(site);
    }

    @Override
    public HierarchyTriggers hierarchyTriggers() {
        return new PostgresqlHierarchyTriggers(site);
    }

    @Override
    public Drafts renameTable(RenameTable change) {
        return new PostgresqlTableRename(site, version, change).drafts();
    }

    @Override
    public Drafts renameSequence(RenameSequence change) {
        return new PostgresqlSequenceRename(site, change).drafts();
    }

    @Override
    public Optional<Drafts> alterKeys(KeySource source, Drafts whole, List<Guard> guards) {
        return Optional.of(new PostgresqlKeySource(site, source).drafts(whole, guards));
    }

    @Override
    public Optional<Drafts> changeType(AlterColumn change, boolean widens, List<Guard> guards) {
        return TypeChange.of(site.dialect(), change)
                .map(numbers -> new PostgresqlTypeChange(site, version, numbers).drafts(guards));
    }

    @Override
    public List<Draft> takeBack(AlterColumn change) {
        return new PostgresqlKeySteps(site).checkAgain(change);
    }

    @Override
    public List<Draft> recode(QualifiedName table, Identifier column, String value, String condition) {
        return columns.recode(table, column, value, condition);
    }

    @Override
    public Draft alter(QualifiedName table, String description, String action, Resume resume) {
        return ddl(description, site.alter(table) + action, table);
    }

    /** A trigger gives the column its value before NOT NULL is looked at. */
    @Override
    public Optional<String> standIn(Column column) {
        return Optional.empty();
    }

    /** In one transaction. What is kept has no value in rows that come from now on, and no default when it comes back. */
    @Override
    public List<Draft> leave(DropColumn change, List<Draft> dropping, List<Draft> triggers) {
        QualifiedName table = change.table();
        List<Draft> steps = new ArrayList<>(triggers);
        site.progress().table(table).column(change.column()).stream()
                .filter(column -> !column.nullable() && column.defaultSql().isEmpty())
                .map(column -> alter(
                        table,
                        "let rows without %s.%s have none".formatted(table, column.name()),
                        "alter column %s drop default".formatted(site.quote(column.name())),
                        new Resume.Transactional()))
                .forEach(steps::add);
        steps.addAll(dropping);
        return steps;
    }

    @Override
    public List<Draft> letGo(QualifiedName table, List<Column> columns) {
        return columns.stream()
                .filter(column -> !column.nullable() && column.defaultSql().isEmpty())
                .map(column -> alter(
                        table,
                        "allow null in %s.%s".formatted(table, column.name()),
                        "alter column %s drop not null".formatted(site.quote(column.name())),
                        new Resume.Transactional()))
                .toList();
    }

    @Override
    public Draft dropAdded(QualifiedName table, Identifier column) {
        return ddl(
                "drop column %s.%s again".formatted(table, column),
                "alter table if exists %s drop column if exists %s".formatted(site.quote(table), site.quote(column)),
                table);
    }

    @Override
    public Drafts addNew(AddColumn change) {
        return columns.addNew(change);
    }

    @Override
    public Optional<Drafts> bringBack(AddColumn change) {
        QualifiedName table = change.table();
        Identifier column = change.column().name();
        return columns.addKept(change).map(back -> {
            Identifier kept = site.progress().originOf(table, column);
            Draft again = ddl(
                    "keep column %s.%s again".formatted(table, column),
                    "do $godwit$ begin if %s then %srename column %s to %s; end if; end $godwit$"
                            .formatted(
                                    site.catalog().hasColumn(table, column),
                                    site.alter(table),
                                    site.quote(column),
                                    site.quote(kept)),
                    table);
            site.progress().stands(table, column);
            return new Drafts(back.now(), back.later(), false, List.of(), List.of(again), Gate.NONE);
        });
    }

    /** A weaker lock first would let in somebody who waits for its end, and whom a stronger one would wait for. */
    @Override
    public List<Draft> hold(QualifiedName table) {
        return List.of(PostgresqlHold.USERS.out(site, table));
    }

    @Override
    public Drafts createNew(CreateTable change) {
        return tables.createNew(change);
    }

    /** Both tables are locked in the order of those who write an owner before its part. */
    @Override
    public List<Draft> replace(QualifiedName table, ForeignKey from, ForeignKey to) {
        List<Draft> steps = new ArrayList<>(hold(to.referencedTable()));
        steps.addAll(hold(table));
        steps.add(ddl(
                "let foreign key %s take the place of %s of %s".formatted(to.name(), from.name(), table),
                """
                do $godwit$ begin
                if not %s then %sadd %s not valid; end if;
                %sdrop constraint if exists %s;
                end $godwit$""".formatted(
                                site.catalog().hasConstraint(table, to.name()),
                                site.alter(table),
                                site.definitions().foreignKey(to),
                                site.alter(table),
                                site.quote(from.name())),
                table));
        steps.add(keys.validate(table, to.name()));
        return steps;
    }

    @Override
    public List<Draft> dropForeignKey(QualifiedName table, ForeignKey key) {
        List<Draft> steps = new ArrayList<>(hold(key.referencedTable()));
        steps.add(ddl(
                "drop foreign key %s of %s".formatted(key.name(), table),
                "alter table if exists %s drop constraint if exists %s"
                        .formatted(site.quote(table), site.quote(key.name())),
                table));
        return steps;
    }

    @Override
    public Draft indexMarked(QualifiedName table, List<Identifier> marked, Identifier index) {
        String condition = "where %s <> %d".formatted(site.quote(marked.get(0)), Work.Due.NOTHING);
        return PostgresqlIndexSteps.concurrently(
                site,
                table,
                new Index(index, Index.of(index, marked).parts(), false, Optional.empty(), Optional.of(condition)));
    }

    /** Its index goes with it. */
    @Override
    public List<Draft> dropMarked(QualifiedName table, Column mark, Identifier index) {
        return List.of(dropAdded(table, mark.name()));
    }
}
