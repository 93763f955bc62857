package dev.godwit.dialect.mariadb;

import dev.godwit.change.DatabaseKind;
import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.mysql.MysqlColumnSteps;
import dev.godwit.dialect.mysql.MysqlFamilyDialect;
import dev.godwit.dialect.mysql.MysqlKeySteps;
import dev.godwit.dialect.standard.Definitions;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.dialect.standard.Version;
import dev.godwit.dialect.standard.Words;

/** MariaDB from 10.6 on. */
public final class MariadbDialect extends MysqlFamilyDialect {

    /** The version that plans are made for when there is no connection to ask. */
    public static final Version DEFAULT_VERSION = new Version(11, 4);

    private final StandardTypes types;
    private final MariadbDefinitions definitions;

    public MariadbDialect(Version version) {
        super(new Words(MariadbDialect.class, "reserved-words"), version);
        this.types = new MariadbTypes(version);
        this.definitions = new MariadbDefinitions(this, types);
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }

    @Override
    protected String product() {
        return "MariaDB";
    }

    @Override
    protected StandardTypes types() {
        return types;
    }

    @Override
    protected Definitions definitions() {
        return definitions;
    }

    @Override
    protected MysqlColumnSteps columns(
            Site site, TableSteps tables, TypeSteps types, MysqlKeySteps keys, Dependents dependents) {
        return new MariadbColumnSteps(site, tables, types, keys, definitions, dependents, version());
    }

    @Override
    protected SequenceSteps sequences(Site site, TableSteps tables) {
        return new MariadbSequenceSteps(site, tables);
    }

    @Override
    protected Drafts renameSequence(Site site, RenameSequence change) {
        return new MariadbSequenceRename(site, change).drafts();
    }
}
