package dev.godwit.dialect.h2;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.CheckpointSteps;
import dev.godwit.dialect.standard.Definitions;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.MoveSteps;
import dev.godwit.dialect.standard.NameStyle;
import dev.godwit.dialect.standard.Progress;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.RowSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandardDialect;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.dialect.standard.StepWriter;
import dev.godwit.dialect.standard.Steps;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.Version;
import dev.godwit.dialect.standard.Words;
import dev.godwit.plan.Course;

/** H2 2.x in its regular mode. */
public final class H2Dialect extends StandardDialect {

    /** The version that plans are made for when there is no connection to ask. */
    public static final Version DEFAULT_VERSION = new Version(2, 4);

    private static final int MAX_NAME_LENGTH = 256;

    private final StandardTypes types = new H2Types(this::quote);
    private final Definitions definitions = new H2Definitions(this, types);

    public H2Dialect(Version version) {
        super(
                new NameStyle(
                        '"',
                        NameStyle.Folding.UPPER,
                        new Words(H2Dialect.class, "reserved-words"),
                        MAX_NAME_LENGTH,
                        NameStyle.Unit.CHARACTERS),
                version);
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    protected String product() {
        return "H2";
    }

    @Override
    public boolean sparesRunningVersion() {
        return false;
    }

    @Override
    public boolean hasTransactionalDdl() {
        return false;
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
    protected ChangeSteps steps(Progress progress, Course course) {
        Site site = new Site(this, definitions, new H2Catalog(this), new StepWriter.Committing(), progress);
        H2TypeSteps types = new H2TypeSteps(site);
        KeySteps keys = new KeySteps(site);
        H2IndexSteps indexes = new H2IndexSteps(site, keys);
        TableSteps tables = new H2TableSteps(site, types, keys, indexes);
        H2ColumnSteps columns = new H2ColumnSteps(site, tables, types, keys, new Dependents(site, keys, indexes));
        return new Steps(
                tables,
                columns,
                keys,
                indexes,
                new H2SequenceSteps(site, tables),
                types,
                new RowSteps(site),
                new MoveSteps(site, columns),
                new RowChecks(site),
                new CheckpointSteps(site),
                new H2DeclaredRowSteps(site));
    }
}
