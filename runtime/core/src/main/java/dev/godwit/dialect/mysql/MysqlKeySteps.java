package dev.godwit.dialect.mysql;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropUnique;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys and checks on MySQL and MariaDB, and the indexes that stand behind foreign keys. */
public final class MysqlKeySteps extends KeySteps {

    private final MysqlCatalog catalog;

    MysqlKeySteps(Site site) {
        super(site);
        this.catalog = new MysqlCatalog(site.dialect());
    }

    /** Hibernate names a unique key itself where it adds it by {@code alter table}. */
    @Override
    protected String unique(QualifiedName table, UniqueKey key) {
        return super.unique(table, UniqueKeyNames.named(table, key));
    }

    @Override
    protected String dropUniqueWord() {
        return "drop index ";
    }

    @Override
    protected String dropForeignKeyWord() {
        return "drop foreign key ";
    }

    @Override
    public Drafts dropPrimaryKey(DropPrimaryKey change) {
        return withIndexesOfForeignKeys(change.table(), change, super.dropPrimaryKey(change));
    }

    @Override
    public Drafts dropUnique(DropUnique change) {
        return withIndexesOfForeignKeys(change.table(), change, super.dropUnique(change));
    }

    /** A foreign key does not let go of what serves it: what will serve it comes first. */
    Drafts withIndexesOfForeignKeys(QualifiedName name, Change change, Drafts dropping) {
        Table before = site.progress().table(name);
        Table after = change.apply(site.progress().schema()).table(name).orElseThrow();
        List<Draft> steps = new ArrayList<>();
        ForeignKeyIndexes.left(before, after).forEach(key -> steps.add(index(name, key)));
        steps.addAll(dropping.now());
        return Drafts.inOrder(steps);
    }

    private Draft index(QualifiedName table, ForeignKey key) {
        return site.writer()
                .ddl(
                        "create index %s behind the foreign key of %s".formatted(key.name(), table),
                        site.definitions()
                                        .createIndex(
                                                Table.of(table, List.of()), Index.of(key.name(), key.columns()), "")
                                + MysqlIndexSteps.manner(site, table),
                        site.cost(table, scanCost(table)),
                        Catalog.once(catalog.hasIndex(table, key.name())));
    }

    @Override
    public Drafts dropForeignKey(DropForeignKey change) {
        QualifiedName name = change.table();
        Table before = site.progress().table(name);
        Table after = change.apply(site.progress().schema()).table(name).orElseThrow();
        List<Draft> steps = new ArrayList<>(super.dropForeignKey(change).now());
        before.foreignKey(change.name())
                .filter(key -> ForeignKeyIndexes.isIdle(after, key.columns()))
                .ifPresent(key -> steps.add(dropIndexBehind(after, key)));
        return Drafts.inOrder(steps);
    }

    /** Gives the index that the server has made behind a foreign key its name, where no other one serves it. */
    Optional<Draft> nameIndexBehind(Table table, ForeignKey key) {
        QualifiedName name = table.name();
        return ForeignKeyIndexes.isServed(table, key.columns())
                ? Optional.empty()
                : Optional.of(site.writer()
                        .ddl(
                                "name the index behind foreign key %s of %s".formatted(key.name(), name),
                                catalog.implicitIndex(
                                        name,
                                        key.columns(),
                                        known(table),
                                        site.alter(name)
                                                + "rename index "
                                                + Work.NamedByDatabase.NAME
                                                + " to "
                                                + site.quote(key.name())),
                                Algorithm.INSTANT.cost(name),
                                new Resume.Idempotent()));
    }

    private List<String> known(Table table) {
        return Stream.concat(
                        Stream.of("PRIMARY"),
                        Stream.concat(
                                table.indexes().stream()
                                        .map(index -> site.dialect().catalogName(index.name())),
                                table.uniqueKeys().stream()
                                        .flatMap(unique -> unique.name().stream())
                                        .map(site.dialect()::catalogName)))
                .toList();
    }

    private Draft dropIndexBehind(Table table, ForeignKey key) {
        QualifiedName name = table.name();
        List<String> known = known(table);
        return site.writer()
                .ddl(
                        "drop the index behind foreign key %s of %s".formatted(key.name(), name),
                        catalog.implicitIndex(
                                name,
                                key.columns(),
                                known,
                                site.alter(name)
                                        + "drop index "
                                        + Work.NamedByDatabase.NAME
                                        + Algorithm.INPLACE.of(site, name)),
                        site.cost(name, dropKeyCost(name)),
                        new Resume.Observable(
                                "select not (" + catalog.hasImplicitIndex(name, key.columns(), known) + ")"));
    }

    /** A foreign key that the rows are known to hold to. MariaDB takes a word to that effect. */
    Draft addUnproved(QualifiedName table, ForeignKey key) {
        boolean unproved = site.dialect().kind() == DatabaseKind.MARIADB;
        Algorithm algorithm = unproved ? Algorithm.INPLACE : Algorithm.COPY;
        return site.writer()
                .ddl(
                        "add foreign key %s of %s".formatted(key.name(), table),
                        (unproved ? "set statement foreign_key_checks = 0 for " : "")
                                + site.alter(table)
                                + "add "
                                + site.definitions().foreignKey(key)
                                + algorithm.of(site, table),
                        algorithm.cost(table),
                        Catalog.once(catalog.hasConstraint(table, key.name())));
    }

    @Override
    protected String manner(QualifiedName table, Act act) {
        return switch (act) {
            case ADD_KEY, DROP -> Algorithm.INPLACE.of(site, table);
            case ADD_BY_SCAN, DROP_PRIMARY_KEY -> Algorithm.COPY.of(site, table);
        };
    }

    @Override
    protected Cost scanCost(QualifiedName table) {
        return Cost.online("none, while the rows of " + table + " are read");
    }

    @Override
    protected Cost foreignKeyCost(QualifiedName table, ForeignKey key) {
        return Cost.copies(table, "writes to %s wait while it is copied".formatted(table));
    }
}
