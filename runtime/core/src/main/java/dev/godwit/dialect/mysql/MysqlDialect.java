package dev.godwit.dialect.mysql;

import dev.godwit.change.DatabaseKind;
import dev.godwit.change.RenameSequence;
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
import dev.godwit.schema.Column;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.List;

/** MySQL 8 and 9. */
public final class MysqlDialect extends MysqlFamilyDialect {

    /** The version that plans are made for when there is no connection to ask. */
    public static final Version DEFAULT_VERSION = new Version(8, 4);

    private final StandardTypes types = new MysqlTypes();
    private final MysqlDefinitions definitions = new MysqlDefinitions(this, types);

    public MysqlDialect(Version version) {
        super(new Words(MysqlDialect.class, "reserved-words"), version);
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.MYSQL;
    }

    @Override
    protected String product() {
        return "MySQL";
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
        return new MysqlColumnSteps(site, tables, types, keys, definitions, dependents);
    }

    @Override
    protected SequenceSteps sequences(Site site, TableSteps tables) {
        return new MysqlSequenceSteps(site, tables);
    }

    /** What stands in for a sequence is a table, and so is what its old name means. */
    @Override
    protected Drafts renameSequence(Site site, RenameSequence change) {
        Table standIn =
                Table.of(change.from(), List.of(Column.of("next_val", new Type.Simple(Type.Simple.Kind.BIGINT))));
        return new MysqlTableRename(new RenamedTable(site, standIn, change.to())).drafts();
    }
}
