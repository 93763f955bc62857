package dev.godwit.dialect.standard;

import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AlterTableOptions;
import dev.godwit.change.CommentTable;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropTable;
import dev.godwit.change.RenameTable;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps about whole tables. */
public class TableSteps {

    protected final Site site;
    private final TypeSteps types;
    private final KeySteps keys;
    private final IndexSteps indexes;

    public TableSteps(Site site, TypeSteps types, KeySteps keys, IndexSteps indexes) {
        this.site = site;
        this.types = types;
        this.keys = keys;
        this.indexes = indexes;
    }

    public Drafts createTable(CreateTable change) {
        Table table = change.table();
        Optional<Identifier> kept = site.progress().restore(table);
        if (kept.isPresent()) {
            return broughtBack(table, table.name().withName(kept.get()));
        }
        return createNew(change);
    }

    /** Creates a table that is not kept, or is to get other rows. */
    public final Drafts createNew(CreateTable change) {
        Table table = change.table();
        List<Draft> steps = new ArrayList<>(namespace(table.name()));
        steps.addAll(types.neededBy(table.columns().values()));
        steps.add(site.writer()
                .ddl(
                        "create table " + table.name(),
                        site.definitions().createTable(table),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasTable(table.name()))));
        table.comment().ifPresent(comment -> steps.addAll(comment(table, Optional.of(comment))));
        table.columns().values().forEach(column -> steps.addAll(comment(table.name(), column)));
        if (!site.definitions().hasInlineUniqueKeys()) {
            table.uniqueKeys().forEach(key -> steps.add(keys.addPlain(table.name(), key)));
        }
        table.indexes().forEach(index -> steps.add(indexes.createPlain(table, index)));
        table.foreignKeys().forEach(key -> steps.add(keys.addPlain(table.name(), key)));
        return Drafts.adding(steps, List.of());
    }

    /** The schema of a name that the model has not used before: it may be missing. */
    public final List<Draft> namespace(QualifiedName name) {
        return namespaceOf(name)
                .filter(namespace -> names(site.progress().schema())
                        .noneMatch(other -> namespaceOf(other).equals(Optional.of(namespace))))
                .map(namespace -> List.of(site.writer()
                        .ddl(
                                "create schema " + namespace,
                                createNamespace(namespace),
                                Cost.NONE,
                                new Resume.Idempotent())))
                .orElse(List.of());
    }

    private static Stream<QualifiedName> names(Schema schema) {
        return Stream.concat(schema.tables().keySet().stream(), schema.sequences().keySet().stream());
    }

    /** What the name is qualified by. */
    protected Optional<Identifier> namespaceOf(QualifiedName name) {
        return name.schema();
    }

    protected String createNamespace(Identifier namespace) {
        return "create schema if not exists " + site.quote(namespace);
    }

    public Drafts dropTable(DropTable change) {
        Schema schema = site.progress().schema();
        Optional<Table> dropped = schema.table(change.table());
        Optional<Identifier> kept = dropped.filter(table -> !change.forGood()).flatMap(site.progress()::retire);
        if (kept.isPresent()) {
            return setAside(dropped.get(), change.table().withName(kept.get()), change.apply(schema));
        }
        List<Draft> steps = new ArrayList<>(dropped.map(keys::holdOwners).orElse(List.of()));
        steps.add(site.writer()
                .ddl(
                        "drop table " + change.table(),
                        "drop table " + site.quote(change.table()),
                        site.cost(change.table(), Cost.losesData("the table is gone")),
                        Catalog.onceNot(site.catalog().hasTable(change.table()))));
        dropped.ifPresent(
                table -> steps.addAll(types.leftBy(table.columns().values(), schema.minusTable(change.table()))));
        return Drafts.inOrder(steps);
    }

    /** Keeps a table under a reserved name, instantly whatever its size, in nobody's way. */
    private Drafts setAside(Table table, QualifiedName kept, Schema after) {
        List<Draft> steps = new ArrayList<>(keys.holdOwners(table));
        table.foreignKeys().forEach(key -> steps.add(keys.suspend(table.name(), key)));
        steps.addAll(types.setAsideBy(table.columns().values(), after));
        steps.addAll(setNamesAside(table, kept));
        steps.add(renamed(
                "retire table %s as %s".formatted(table.name(), kept),
                table.name(),
                kept,
                Cost.breaksRunningVersion(table.name() + ", brief; the rows are kept")));
        return Drafts.inOrder(steps);
    }

    private Drafts broughtBack(Table table, QualifiedName kept) {
        List<Draft> now = new ArrayList<>(types.broughtBackBy(table.columns().values()));
        List<Draft> later = new ArrayList<>();
        now.add(renamed(
                "bring table %s back".formatted(table.name()),
                kept,
                table.name(),
                Cost.online("the kept table, which nobody uses")));
        now.addAll(bringNamesBack(table, kept));
        for (ForeignKey key : table.foreignKeys()) {
            new RowChecks(site).foreignKey(table, key);
            Drafts adding = keys.addForeignKey(new AddForeignKey(table.name(), key));
            now.addAll(adding.now());
            later.addAll(adding.later());
        }
        return Drafts.adding(now, later);
    }

    private Draft renamed(String description, QualifiedName from, QualifiedName to, Cost cost) {
        return site.writer()
                .ddl(
                        description,
                        site.alter(from) + "rename to " + newName(to),
                        cost,
                        Catalog.once(site.catalog().hasTable(to)));
    }

    /**
     * Renames what a table has in it whose names other tables may want, while it still has its own name: that it has lost
     * it says that all of this is done.
     */
    protected List<Draft> setNamesAside(Table table, QualifiedName kept) {
        return List.of();
    }

    /** Undoes {@link #setNamesAside}, when the table has its own name again. */
    protected List<Draft> bringNamesBack(Table table, QualifiedName kept) {
        return List.of();
    }

    public Drafts renameTable(RenameTable change) {
        if (!namespaceOf(change.from()).equals(namespaceOf(change.to()))) {
            throw Refusals.unsupported(
                    site.dialect().description(),
                    "move table %s to another schema".formatted(change.from()),
                    "Create the table %s, copy the rows by schema.sql(…), and drop the old one."
                            .formatted(change.to()));
        }
        return Drafts.inOrder(site.writer()
                .ddl(
                        "rename table %s to %s".formatted(change.from(), change.to()),
                        site.alter(change.from()) + "rename to " + newName(change.to()),
                        site.cost(change.from(), Cost.breaksRunningVersion("the table, brief")),
                        Catalog.once(site.catalog().hasTable(change.to()))));
    }

    /** The new name as {@code rename to} wants it. */
    protected String newName(QualifiedName name) {
        return site.quote(name.name());
    }

    public Drafts commentTable(CommentTable change) {
        return Drafts.adding(comment(change.table(), change.to()), List.of());
    }

    private List<Draft> comment(Table table, Optional<String> comment) {
        return hasInlineComments() ? List.of() : comment(table.name(), comment);
    }

    /** Whether {@code create table} states the table's comment. */
    protected boolean hasInlineComments() {
        return false;
    }

    protected List<Draft> comment(QualifiedName table, Optional<String> comment) {
        return List.of(site.writer()
                .ddl(
                        "comment on table " + table,
                        "comment on table %s is %s"
                                .formatted(
                                        site.quote(table),
                                        comment.map(site.dialect()::literal).orElse("null")),
                        Cost.online(""),
                        new Resume.Idempotent()));
    }

    private List<Draft> comment(QualifiedName table, Column column) {
        return hasInlineComments() || column.comment().isEmpty()
                ? List.of()
                : List.of(comment(table, column.name(), column.comment()));
    }

    /** A comment on a column, as a statement of its own. */
    public final Draft comment(QualifiedName table, Identifier column, Optional<String> comment) {
        return site.writer()
                .ddl(
                        "comment on column %s.%s".formatted(table, column),
                        "comment on column %s.%s is %s"
                                .formatted(
                                        site.quote(table),
                                        site.quote(column),
                                        comment.map(site.dialect()::literal).orElse("null")),
                        Cost.online(""),
                        new Resume.Idempotent());
    }

    public Drafts alterTableOptions(AlterTableOptions change) {
        throw Refusals.unsupported(
                site.dialect().description(),
                "have the options of table %s changed by Godwit, which does not read them".formatted(change.table()),
                "Write the statement by hand: schema.sql(\"alter table …\").effect(…) with this change as its effect.");
    }
}
