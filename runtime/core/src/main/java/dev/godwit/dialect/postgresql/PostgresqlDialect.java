package dev.godwit.dialect.postgresql;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.phased.PhasedSteps;
import dev.godwit.dialect.phased.RenamesFirst;
import dev.godwit.dialect.phased.StandingKeys;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.CheckpointSteps;
import dev.godwit.dialect.standard.Definitions;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.MoveSteps;
import dev.godwit.dialect.standard.NameStyle;
import dev.godwit.dialect.standard.Progress;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.RowSteps;
import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandardDialect;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.dialect.standard.StepWriter;
import dev.godwit.dialect.standard.Steps;
import dev.godwit.dialect.standard.Version;
import dev.godwit.dialect.standard.Words;
import dev.godwit.plan.Course;

/** PostgreSQL 14 to 18. */
public final class PostgresqlDialect extends StandardDialect {

    /** The version that plans are made for when there is no connection to ask. */
    public static final Version DEFAULT_VERSION = new Version(17, 0);

    static final int MAX_NAME_BYTES = 63;

    private final StandardTypes types = new PostgresqlTypes(this::quote);
    private final Definitions definitions = new PostgresqlDefinitions(this, types);

    public PostgresqlDialect(Version version) {
        super(
                new NameStyle(
                        '"',
                        NameStyle.Folding.LOWER,
                        new Words(PostgresqlDialect.class, "reserved-words"),
                        MAX_NAME_BYTES,
                        NameStyle.Unit.BYTES),
                version);
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    protected String product() {
        return "PostgreSQL";
    }

    @Override
    public boolean sparesRunningVersion() {
        return true;
    }

    @Override
    public boolean hasTransactionalDdl() {
        return true;
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
    protected Course taken(Course course) {
        return StandingKeys.of(RenamesFirst.of(course));
    }

    @Override
    protected ChangeSteps steps(Progress progress, Course course) {
        Site site = new Site(this, definitions, new PostgresqlCatalog(this), new StepWriter.Transactional(), progress);
        PostgresqlTypeSteps types = new PostgresqlTypeSteps(site);
        PostgresqlKeySteps keys = new PostgresqlKeySteps(site);
        PostgresqlIndexSteps indexes = new PostgresqlIndexSteps(site);
        PostgresqlTableSteps tables = new PostgresqlTableSteps(site, types, keys, indexes);
        PostgresqlColumnSteps columns =
                new PostgresqlColumnSteps(site, tables, types, keys, new Dependents(site, keys, indexes));
        Steps whole = new Steps(
                tables,
                columns,
                keys,
                indexes,
                new SequenceSteps(site, tables::namespace),
                types,
                new RowSteps(site),
                new MoveSteps(site, columns),
                new RowChecks(site),
                new CheckpointSteps(site),
                new PostgresqlDeclaredRowSteps(site));
        return course.mode() == Course.Mode.PHASED
                ? new PhasedSteps(site, whole, new PostgresqlManoeuvres(site, tables, columns, keys, version()), course)
                : whole;
    }
}
