package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;

/** Indexes on MySQL and MariaDB, built beside the users of the table. */
final class MysqlIndexSteps extends IndexSteps {

    MysqlIndexSteps(Site site) {
        super(site);
    }

    @Override
    protected String createIndex(Table table, Index index) {
        return super.createIndex(table, index)
                + (site.progress().isNew(table.name()) || isBeingMade(table) ? "" : " algorithm=inplace lock=none");
    }

    private static boolean isBeingMade(Table table) {
        return !table.columns().isEmpty();
    }

    @Override
    protected Cost buildCost(QualifiedName table) {
        return Cost.online("none, while the rows of " + table + " are read");
    }

    @Override
    protected String dropIndex(QualifiedName table, Identifier index) {
        return site.alter(table) + "drop index " + site.quote(index) + Algorithm.INPLACE.of(site, table);
    }
}
