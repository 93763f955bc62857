package dev.godwit.dialect.mysql;

import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.phased.PhasedSteps;
import dev.godwit.dialect.phased.RenamesFirst;
import dev.godwit.dialect.phased.StandingKeys;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.CheckpointSteps;
import dev.godwit.dialect.standard.DeclaredRowSteps;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.MoveSteps;
import dev.godwit.dialect.standard.NameStyle;
import dev.godwit.dialect.standard.Progress;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.RowSteps;
import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandardDialect;
import dev.godwit.dialect.standard.StepWriter;
import dev.godwit.dialect.standard.Steps;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.dialect.standard.Version;
import dev.godwit.dialect.standard.Words;
import dev.godwit.plan.Course;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What MySQL and MariaDB have in common.
 *
 * <p>Each DDL statement commits by itself, and states how it is to be done ({@code algorithm}, {@code lock}), so that the
 * server refuses instead of copying a table in silence.
 */
public abstract class MysqlFamilyDialect extends StandardDialect {

    private static final int MAX_NAME_LENGTH = 64;

    /**
     * @param reserved words that fail as a name without quotes
     */
    protected MysqlFamilyDialect(Words reserved, Version version) {
        super(
                new NameStyle('`', NameStyle.Folding.NONE, reserved, MAX_NAME_LENGTH, NameStyle.Unit.CHARACTERS),
                version);
    }

    /** Steps about columns. */
    protected abstract MysqlColumnSteps columns(
            Site site, TableSteps tables, TypeSteps types, MysqlKeySteps keys, Dependents dependents);

    /** Steps about sequences. */
    protected abstract SequenceSteps sequences(Site site, TableSteps tables);

    /** The steps of a sequence's new name, spared the running version. */
    protected abstract Drafts renameSequence(Site site, RenameSequence change);

    /** A catalog is what these products call a schema; Hibernate leaves a schema's name out. */
    @Override
    protected final Optional<Identifier> qualifier(QualifiedName name) {
        return name.catalog();
    }

    /** Unique keys without a name get the one that Hibernate makes up. */
    @Override
    public final Table asCreated(Table table) {
        Table created = super.asCreated(table);
        return created.withUniqueKeys(created.uniqueKeys().stream()
                .map(key -> UniqueKeyNames.named(created.name(), key))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** A backslash escapes unless the server's mode says otherwise, which is not its default. */
    @Override
    public final String literal(String text) {
        return super.literal(text.replace("\\", "\\\\"));
    }

    @Override
    public final boolean sparesRunningVersion() {
        return true;
    }

    @Override
    public final boolean hasTransactionalDdl() {
        return false;
    }

    @Override
    protected final Course taken(Course course) {
        return StandingKeys.of(RenamesFirst.of(course));
    }

    @Override
    protected final ChangeSteps steps(Progress progress, Course course) {
        Site site = new Site(this, definitions(), new MysqlCatalog(this), new StepWriter.Committing(), progress);
        TypeSteps named = new TypeSteps(site);
        MysqlKeySteps keys = new MysqlKeySteps(site);
        MysqlIndexSteps indexes = new MysqlIndexSteps(site, keys);
        MysqlTableSteps tables = new MysqlTableSteps(site, named, keys, indexes);
        MysqlColumnSteps columns = columns(site, tables, named, keys, new Dependents(site, keys, indexes));
        Steps whole = new Steps(
                tables,
                columns,
                keys,
                indexes,
                sequences(site, tables),
                named,
                new RowSteps(site),
                new MoveSteps(site, columns),
                new RowChecks(site),
                new CheckpointSteps(site),
                new DeclaredRowSteps(site, new MysqlRowLiterals(this)));
        return course.mode() == Course.Mode.PHASED
                ? new PhasedSteps(
                        site,
                        whole,
                        new MysqlManoeuvres(site, tables, columns, keys, change -> renameSequence(site, change)),
                        course)
                : whole;
    }
}
