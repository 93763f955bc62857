package dev.godwit.dialect.mysql;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
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
import dev.godwit.dialect.phased.Triggers;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandIns;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.KeptNames;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Manoeuvres on MySQL and MariaDB, where each definition and each trigger commits by itself. */
final class MysqlManoeuvres implements Manoeuvres {

    private final Site site;
    private final MysqlTableSteps tables;
    private final MysqlColumnSteps columns;
    private final MysqlKeySteps keys;
    private final Function<RenameSequence, Drafts> sequences;
    private final KeysByTriggers standIns;

    /** @param sequences renames sequences, in which the products differ */
    MysqlManoeuvres(
            Site site,
            MysqlTableSteps tables,
            MysqlColumnSteps columns,
            MysqlKeySteps keys,
            Function<RenameSequence, Drafts> sequences) {
        this.site = site;
        this.tables = tables;
        this.columns = columns;
        this.keys = keys;
        this.sequences = sequences;
        this.standIns = new KeysByTriggers(site, keys);
    }

    @Override
    public Drafts renameColumn(RenameColumn change) {
        return new MysqlColumnRename(site, columns, keys, change).drafts();
    }

    @Override
    public Triggers triggers() {
        return new MysqlTriggers(site);
    }

    @Override
    public MoveTriggers moveTriggers() {
        return new MysqlMoveTriggers(site);
    }

    @Override
    public CollectionTriggers collectionTriggers() {
        return new MysqlCollectionTriggers(site);
    }

    @Override
    public HierarchyTriggers hierarchyTriggers() {
        return new MysqlHierarchyTriggers(site);
    }

    @Override
    public Drafts renameTable(RenameTable change) {
        if (!change.from().catalog().equals(change.to().catalog())) {
            throw PhasedRefusals.cannot(
                    "table %s moves to %s".formatted(change.from(), change.to()),
                    "it would leave the database in which it is looked for");
        }
        return new MysqlTableRename(new RenamedTable(site, site.progress().table(change.from()), change.to())).drafts();
    }

    @Override
    public Drafts renameSequence(RenameSequence change) {
        return sequences.apply(change);
    }

    /** A key that a writer states moves what the database makes behind it. */
    @Override
    public Optional<Drafts> alterKeys(KeySource source, Drafts whole, List<Guard> guards) {
        return site.dialect().kind() == DatabaseKind.MARIADB
                ? Optional.of(new MariadbKeySource(site, columns, standIns, source).drafts(whole, guards))
                : new MysqlKeySource(site, source).drafts(whole, guards);
    }

    @Override
    public Optional<Drafts> changeType(AlterColumn change, boolean widens, List<Guard> guards) {
        return columns.copies(change) && MysqlTypeChange.isFor(change)
                ? Optional.of(new MysqlTypeChange(site, columns, standIns, change).drafts(widens, guards))
                : Optional.empty();
    }

    @Override
    public List<Draft> takeBack(AlterColumn change) {
        String before = site.dialect().render(change.from().type());
        return before.equals(site.dialect().render(change.to().type()))
                ? List.of()
                : new MysqlTypeChange(site, columns, standIns, change).takenBack();
    }

    @Override
    public List<Draft> recode(QualifiedName table, Identifier column, String value, String condition) {
        return columns.recode(table, column, value, condition);
    }

    @Override
    public Draft alter(QualifiedName table, String description, String action, Resume resume) {
        Algorithm instant = Algorithm.INSTANT;
        return site.writer()
                .ddl(description, site.alter(table) + action + instant.of(site, table), instant.cost(table), resume);
    }

    /** Some servers refuse a row that does not state a column that is NOT NULL, whatever its trigger does. */
    @Override
    public Optional<String> standIn(Column column) {
        return column.nullable() || column.defaultSql().isPresent() || column.identity()
                ? Optional.empty()
                : StandIns.of(site, column.type());
    }

    /** Rows count as new ones before nothing gives them a value any more. */
    @Override
    public List<Draft> leave(DropColumn change, List<Draft> dropping, List<Draft> triggers) {
        int last = dropping.size() - 1;
        List<Draft> steps = new ArrayList<>(dropping.subList(0, last));
        steps.addAll(columns.markNewRows(change));
        steps.addAll(columns.uncheck(
                change.table(), site.progress().table(change.table()).columns().get(change.column())));
        steps.addAll(triggers);
        steps.add(dropping.get(last));
        return steps;
    }

    @Override
    public List<Draft> letGo(QualifiedName table, List<Column> columns) {
        return List.of();
    }

    @Override
    public Draft dropAdded(QualifiedName table, Identifier column) {
        return alter(
                table,
                "drop column %s.%s again".formatted(table, column),
                "drop column " + site.quote(column),
                Catalog.onceNot(site.catalog().hasColumn(table, column)));
    }

    @Override
    public Drafts addNew(AddColumn change) {
        return columns.addNew(change);
    }

    /**
     * The kept column stays as it is, with its NOT NULL and its mark of new rows: another one gets its values, and it goes
     * when the other one has all.
     */
    @Override
    public Optional<Drafts> bringBack(AddColumn change) {
        QualifiedName table = change.table();
        return site.progress().restore(table, change.column()).map(kept -> copied(table, change.column(), kept));
    }

    private Drafts copied(QualifiedName table, Column column, Identifier kept) {
        site.progress().stands(table, column.name());
        site.progress().retention().putOff(table.withName(kept));
        String name = site.quote(column.name());
        Identifier mark = KeptNames.partOf(kept, kept);
        Drafts added = columns.addNew(new AddColumn(table, column.withNullable(true), Optional.empty()));
        List<Draft> now = new ArrayList<>(added.now());
        now.add(new Filling(site)
                .rows(
                        table,
                        name + " = " + site.quote(kept),
                        "%s is null and %s = 1".formatted(name, site.quote(mark))));
        return new Drafts(
                now,
                added.later(),
                false,
                List.of(dropAdded(table, kept), dropAdded(table, mark)),
                List.of(dropAdded(table, column.name())),
                Gate.NONE);
    }

    @Override
    public void end() {
        standIns.requireAllBack();
    }

    @Override
    public List<Draft> hold(QualifiedName table) {
        return List.of();
    }

    @Override
    public Drafts createNew(CreateTable change) {
        return tables.createNew(change);
    }

    @Override
    public List<Draft> replace(QualifiedName table, ForeignKey from, ForeignKey to) {
        List<Draft> steps = new ArrayList<>(List.of(keys.addUnproved(table, to), dropForeignKey(table, from.name())));
        boolean reserved = PhaseNames.isReserved(site.dialect().catalogName(from.name()));
        if (reserved && site.dialect().kind() == DatabaseKind.MARIADB) {
            steps.add(renameIndexBehind(table, from, to));
        } else if (reserved) {
            site.progress()
                    .schema()
                    .table(table)
                    .flatMap(known -> keys.nameIndexBehind(known, to))
                    .ifPresent(steps::add);
        }
        return steps;
    }

    /** The index that the server has made behind a foreign key stays when another one needs it, under the name of the first. */
    private Draft renameIndexBehind(QualifiedName table, ForeignKey from, ForeignKey to) {
        return site.writer()
                .ddl(
                        "rename the index behind foreign key %s of %s".formatted(to.name(), table),
                        "begin not atomic if %s then %srename index %s to %s; end if; end"
                                .formatted(
                                        new MysqlCatalog(site.dialect()).hasIndex(table, from.name()),
                                        site.alter(table),
                                        site.quote(from.name()),
                                        site.quote(to.name())),
                        Algorithm.INSTANT.cost(table),
                        new Resume.Idempotent());
    }

    @Override
    public List<Draft> dropForeignKey(QualifiedName table, ForeignKey key) {
        return List.of(dropForeignKey(table, key.name()));
    }

    private Draft dropForeignKey(QualifiedName table, Identifier key) {
        return site.writer()
                .ddl(
                        "drop foreign key %s of %s".formatted(key, table),
                        site.alter(table) + "drop foreign key " + site.quote(key) + Algorithm.INPLACE.of(site, table),
                        Algorithm.INPLACE.cost(table),
                        Catalog.onceNot(site.catalog().hasConstraint(table, key)));
    }

    @Override
    public Draft indexMarked(QualifiedName table, List<Identifier> marked, Identifier index) {
        return site.writer()
                .ddl(
                        "create index %s on %s".formatted(index, table),
                        site.definitions().createIndex(Table.of(table, List.of()), Index.of(index, marked), "")
                                + MysqlIndexSteps.manner(site, table),
                        Cost.online("none, while the rows of " + table + " are read"),
                        Catalog.once(site.catalog().hasIndex(table, index)));
    }

    @Override
    public List<Draft> dropMarked(QualifiedName table, Column mark, Identifier index) {
        Draft drop = site.writer()
                .ddl(
                        "drop index %s on %s".formatted(index, table),
                        site.alter(table) + "drop index " + site.quote(index) + Algorithm.INPLACE.of(site, table),
                        Algorithm.INPLACE.cost(table),
                        Catalog.onceNot(site.catalog().hasIndex(table, index)));
        return List.of(drop, dropAdded(table, mark.name()));
    }
}
