package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;

/** Keys and checks on MySQL and MariaDB. */
public final class MysqlKeySteps extends KeySteps {

    MysqlKeySteps(Site site) {
        super(site);
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
        return Cost.copies("writes to %s wait while it is copied".formatted(table));
    }
}
