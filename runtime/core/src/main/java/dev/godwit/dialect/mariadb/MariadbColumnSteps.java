package dev.godwit.dialect.mariadb;

import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.mysql.Algorithm;
import dev.godwit.dialect.mysql.MysqlColumnSteps;
import dev.godwit.dialect.mysql.MysqlKeySteps;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Dependents;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.dialect.standard.Version;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** Columns on MariaDB, where a column's check without a name is part of its definition. */
final class MariadbColumnSteps extends MysqlColumnSteps {

    /** The first version that copies a table beside those who write it. */
    private static final Version COPIES_ONLINE = new Version(11, 2);

    private final Version version;

    MariadbColumnSteps(
            Site site,
            TableSteps tables,
            TypeSteps types,
            MysqlKeySteps keys,
            MariadbDefinitions definitions,
            Dependents dependents,
            Version version) {
        super(site, tables, types, keys, definitions, dependents);
        this.version = version;
    }

    @Override
    protected boolean mayHaveDefault(Column column) {
        return !column.identity() && column.generatedAs().isEmpty();
    }

    /** MariaDB's checks follow a renamed column. */
    @Override
    public Drafts renameColumn(RenameColumn change) {
        return Drafts.inOrder(rename(change.table(), change.from(), change.to()));
    }

    @Override
    protected void dropChecks(QualifiedName table, Column from, ColumnDifference difference, List<Draft> steps) {
        difference.namedChecksGone().forEach(check -> steps.add(keys.drop(table, check)));
    }

    @Override
    protected void addChecks(QualifiedName table, Column to, ColumnDifference difference, List<Draft> steps) {
        difference.namedChecksNew().forEach(check -> steps.add(keys.addPlain(table, check)));
    }

    @Override
    protected boolean hasColumnChecks() {
        return true;
    }

    @Override
    protected Algorithm renameAlgorithm() {
        return Algorithm.INSTANT;
    }

    @Override
    protected Algorithm copyInUse() {
        return version.isAtLeast(COPIES_ONLINE) ? Algorithm.ONLINE_COPY : Algorithm.COPY;
    }

    @Override
    protected Algorithm algorithm(ColumnDifference difference) {
        if (difference.unnamedCheck()) {
            return Algorithm.COPY;
        }
        return losesNothingButIdentity(difference) && version.isAtLeast(COPIES_ONLINE)
                ? Algorithm.INSTANT
                : super.algorithm(difference);
    }

    private static boolean losesNothingButIdentity(ColumnDifference difference) {
        return difference.losesIdentity()
                && !difference.type()
                && !difference.becomesNotNull()
                && !difference.becomesNullable();
    }
}
