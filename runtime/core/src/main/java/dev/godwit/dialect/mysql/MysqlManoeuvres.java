package dev.godwit.dialect.mysql;

import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.phased.Manoeuvres;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;

/** Manoeuvres on MySQL and MariaDB, where each definition and each trigger commits by itself. */
final class MysqlManoeuvres implements Manoeuvres {

    private final Site site;
    private final MysqlColumnSteps columns;
    private final MysqlKeySteps keys;

    MysqlManoeuvres(Site site, MysqlColumnSteps columns, MysqlKeySteps keys) {
        this.site = site;
        this.columns = columns;
        this.keys = keys;
    }

    @Override
    public Drafts renameColumn(RenameColumn change) {
        return new MysqlColumnRename(site, columns, keys, change).drafts();
    }
}
