package dev.godwit.dialect.standard;

import dev.godwit.change.AddIndex;
import dev.godwit.change.DropIndex;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;

/** Steps about indexes. */
public class IndexSteps {

    protected final Site site;

    public IndexSteps(Site site) {
        this.site = site;
    }

    public Drafts addIndex(AddIndex change) {
        return Drafts.adding(create(Table.of(change.table(), List.of()), change.index(), inUse(change.table())));
    }

    /** The index of a table that the migration itself makes. */
    public Draft createPlain(Table table, Index index) {
        return create(table, index, Cost.NONE);
    }

    private Draft create(Table table, Index index, Cost cost) {
        return site.writer()
                .ddl(
                        "create index " + index.name() + " on " + table.name(),
                        createIndex(table, index),
                        cost,
                        Catalog.once(site.catalog().hasIndex(table.name(), index.name())));
    }

    protected String createIndex(Table table, Index index) {
        return site.definitions().createIndex(table, index, "");
    }

    private Cost inUse(QualifiedName table) {
        return site.cost(table, buildCost(table));
    }

    /** What building an index costs the users of the table. */
    protected Cost buildCost(QualifiedName table) {
        return Cost.brief("writes to " + table + " wait while the index is built");
    }

    public Drafts dropIndex(DropIndex change) {
        return Drafts.inOrder(site.writer()
                .ddl(
                        "drop index " + change.name() + " on " + change.table(),
                        dropIndex(change.table(), change.name()),
                        site.cost(change.table(), Cost.brief("the table, brief")),
                        Catalog.onceNot(site.catalog().hasIndex(change.table(), change.name()))));
    }

    protected String dropIndex(QualifiedName table, Identifier index) {
        return "drop index " + site.quote(table.withName(index));
    }
}
