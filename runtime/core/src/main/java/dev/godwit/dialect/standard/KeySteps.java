package dev.godwit.dialect.standard;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropUnique;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** Steps about keys and checks, in their plain form: one statement, under the lock that it takes. */
public class KeySteps {

    protected final Site site;

    public KeySteps(Site site) {
        this.site = site;
    }

    public Drafts addPrimaryKey(AddPrimaryKey change) {
        return Drafts.inOrder(addPlain(change.table(), change.key()));
    }

    /** The primary key as it stands. */
    public final Draft addPlain(QualifiedName table, PrimaryKey key) {
        return site.writer()
                .ddl(
                        "add primary key of " + table,
                        site.alter(table) + "add " + site.definitions().primaryKey(key) + manner(table, Act.ADD_KEY),
                        site.cost(table, scanCost(table)),
                        Catalog.once(site.catalog().hasPrimaryKey(table)));
    }

    public Drafts dropPrimaryKey(DropPrimaryKey change) {
        return Drafts.inOrder(site.writer()
                .ddl(
                        "drop primary key of " + change.table(),
                        site.alter(change.table()) + "drop primary key" + manner(change.table(), Act.DROP_PRIMARY_KEY),
                        site.cost(change.table(), dropKeyCost(change.table())),
                        Catalog.onceNot(site.catalog().hasPrimaryKey(change.table()))));
    }

    public Drafts addUnique(AddUnique change) {
        return Drafts.inOrder(addPlain(change.table(), change.key()));
    }

    /** The unique key of a table that the migration itself makes. */
    public final Draft addPlain(QualifiedName table, UniqueKey key) {
        return site.writer()
                .ddl(
                        "add unique key %s of %s".formatted(describe(key), table),
                        site.alter(table) + "add " + unique(table, key) + manner(table, Act.ADD_KEY),
                        site.cost(table, scanCost(table)),
                        Catalog.once(key.name()
                                .map(name -> site.catalog().hasConstraint(table, name))
                                .orElseGet(() -> site.catalog().hasUnique(table, key))));
    }

    public Drafts dropUnique(DropUnique change) {
        QualifiedName table = change.table();
        UniqueKey key = change.key();
        String statement = site.alter(table) + dropUniqueWord();
        String manner = manner(table, Act.DROP);
        return Drafts.inOrder(key.name()
                .map(name -> drop(table, "unique key", name, statement))
                .orElseGet(() -> site.writer()
                        .ddl(
                                "drop unique key %s of %s".formatted(describe(key), table),
                                site.catalog()
                                        .namedByDatabase(table, key, statement + Work.NamedByDatabase.NAME + manner),
                                site.cost(table, dropKeyCost(table)),
                                Catalog.onceNot(site.catalog().hasUnique(table, key)))));
    }

    protected String dropUniqueWord() {
        return "drop constraint ";
    }

    private Draft drop(QualifiedName table, String kind, Identifier name, String statement) {
        return site.writer()
                .ddl(
                        "drop %s %s of %s".formatted(kind, name, table),
                        statement + site.quote(name) + manner(table, Act.DROP),
                        site.cost(table, dropKeyCost(table)),
                        Catalog.onceNot(site.catalog().hasConstraint(table, name)));
    }

    public Drafts addForeignKey(AddForeignKey change) {
        return Drafts.inOrder(addPlain(change.table(), change.key()));
    }

    /** The foreign key of a table that the migration itself makes. */
    public final Draft addPlain(QualifiedName table, ForeignKey key) {
        return site.writer()
                .ddl(
                        "add foreign key %s of %s".formatted(key.name(), table),
                        site.alter(table) + "add " + site.definitions().foreignKey(key)
                                + manner(table, Act.ADD_BY_SCAN),
                        site.cost(table, foreignKeyCost(table, key)),
                        Catalog.once(site.catalog().hasConstraint(table, key.name())));
    }

    public Drafts dropForeignKey(DropForeignKey change) {
        QualifiedName table = change.table();
        List<Draft> steps = new ArrayList<>();
        site.progress().table(table).foreignKey(change.name()).ifPresent(key -> steps.addAll(holdOwner(table, key)));
        steps.add(drop(table, "foreign key", change.name(), site.alter(table) + dropForeignKeyWord()));
        return Drafts.inOrder(steps);
    }

    /** Locks the table that a foreign key refers to, where the key's end would lock it after its own one. */
    protected List<Draft> holdOwner(QualifiedName table, ForeignKey key) {
        return List.of();
    }

    /** Locks the tables that a table refers to, where its end would lock them after itself. */
    final List<Draft> holdOwners(Table table) {
        return table.foreignKeys().stream()
                .flatMap(key -> holdOwner(table.name(), key).stream())
                .distinct()
                .toList();
    }

    /** Takes a foreign key away while its table is kept or its columns change their type; an index behind it stays. */
    public final Draft suspend(QualifiedName table, ForeignKey key) {
        return drop(table, "foreign key", key.name(), site.alter(table) + dropForeignKeyWord());
    }

    protected String dropForeignKeyWord() {
        return "drop constraint ";
    }

    public Drafts addCheck(AddCheck change) {
        return Drafts.inOrder(addPlain(change.table(), change.check()));
    }

    /** The check of a table that the migration itself makes. */
    public final Draft addPlain(QualifiedName table, Check check) {
        return site.writer()
                .ddl(
                        "add check %s of %s".formatted(describe(check), table),
                        site.alter(table) + "add " + site.definitions().check(check) + manner(table, Act.ADD_BY_SCAN),
                        site.cost(table, scanCost(table)),
                        Catalog.once(check.name()
                                .map(name -> site.catalog().hasConstraint(table, name))
                                .orElseGet(() -> site.catalog().hasCheck(table, check))));
    }

    public Drafts dropCheck(DropCheck change) {
        return Drafts.inOrder(drop(change.table(), change.check()));
    }

    /** Drops a check, looking up its name where the database made it. */
    public final Draft drop(QualifiedName table, Check check) {
        String statement = site.alter(table) + "drop constraint ";
        return check.name()
                .map(name -> drop(table, "check", name, statement))
                .orElseGet(() -> site.writer()
                        .ddl(
                                "drop check %s of %s".formatted(describe(check), table),
                                site.catalog()
                                        .namedByDatabase(
                                                table,
                                                check,
                                                statement + Work.NamedByDatabase.NAME + manner(table, Act.DROP)),
                                site.cost(table, dropKeyCost(table)),
                                Catalog.onceNot(site.catalog().hasCheck(table, check))));
    }

    /** The unique key, as it is to be added. */
    protected String unique(QualifiedName table, UniqueKey key) {
        return site.definitions().unique(key);
    }

    /** What is done to a table, as far as databases tell how they do it. */
    protected enum Act {
        ADD_KEY,
        ADD_BY_SCAN,
        DROP,
        DROP_PRIMARY_KEY
    }

    /** The end of a statement, where the database takes a word on how it is to be done. */
    protected String manner(QualifiedName table, Act act) {
        return "";
    }

    /** What it costs to add a key or check that the rows are scanned for. */
    protected Cost scanCost(QualifiedName table) {
        return Cost.brief(table + " while its rows are read");
    }

    /** What it costs to add a foreign key that the rows are scanned for. */
    protected Cost foreignKeyCost(QualifiedName table, ForeignKey key) {
        return scanCost(table);
    }

    /** What it costs to drop a key or check. */
    protected Cost dropKeyCost(QualifiedName table) {
        return Cost.brief(table + ", brief");
    }

    protected static String describe(UniqueKey key) {
        return key.name().map(Object::toString).orElseGet(() -> key.columns().toString());
    }

    protected static String describe(Check check) {
        return check.name().map(Object::toString).orElseGet(() -> "(" + check.expression() + ")");
    }
}
