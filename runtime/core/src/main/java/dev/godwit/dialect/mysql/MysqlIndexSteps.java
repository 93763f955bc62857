package dev.godwit.dialect.mysql;

import dev.godwit.change.DropIndex;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;

/** Indexes on MySQL and MariaDB, built beside the users of the table. */
final class MysqlIndexSteps extends IndexSteps {

    private final MysqlKeySteps keys;

    MysqlIndexSteps(Site site, MysqlKeySteps keys) {
        super(site);
        this.keys = keys;
    }

    @Override
    protected String createIndex(Table table, Index index) {
        return super.createIndex(table, index) + (isBeingMade(table) ? "" : manner(site, table.name()));
    }

    /** How an index is built, in the words of {@code create index}. */
    static String manner(Site site, QualifiedName table) {
        return site.progress().isNew(table) ? "" : " algorithm=inplace lock=none";
    }

    private static boolean isBeingMade(Table table) {
        return !table.columns().isEmpty();
    }

    @Override
    protected Cost buildCost(QualifiedName table) {
        return Cost.online("none, while the rows of " + table + " are read");
    }

    @Override
    public Drafts dropIndex(DropIndex change) {
        return keys.withIndexesOfForeignKeys(change.table(), change, super.dropIndex(change));
    }

    @Override
    protected String dropIndex(QualifiedName table, Identifier index) {
        return site.alter(table) + "drop index " + site.quote(index) + Algorithm.INPLACE.of(site, table);
    }
}
