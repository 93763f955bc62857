package dev.godwit.dialect.postgresql;

import dev.godwit.change.RenameTable;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.Work;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Tables on PostgreSQL. An identity's sequence keeps its name when its table is renamed: it belongs to the column. */
final class PostgresqlTableSteps extends TableSteps {

    PostgresqlTableSteps(Site site, TypeSteps types, KeySteps keys, IndexSteps indexes) {
        super(site, types, keys, indexes);
    }

    @Override
    public Drafts renameTable(RenameTable change) {
        List<Draft> steps = new ArrayList<>();
        QualifiedName current = change.from();
        if (!change.from().schema().equals(change.to().schema())) {
            steps.addAll(namespace(change.to()));
            steps.add(step(change, moved(current, change.to())));
            current = change.to().withName(change.from().name());
        }
        if (!change.from().name().equals(change.to().name())) {
            String sql =
                    site.alter(current) + "rename to " + site.quote(change.to().name());
            steps.add(step(change, new Work.Sql(sql)));
        }
        return Drafts.inOrder(steps);
    }

    /** Without a schema a name means the connection's own, which the statement has to spell out. */
    private Work moved(QualifiedName table, QualifiedName to) {
        String sql = site.alter(table) + "set schema ";
        return to.schema()
                .<Work>map(schema -> new Work.Sql(sql + site.quote(schema)))
                .orElseGet(() -> new Work.NamedByDatabase(
                        "select current_schema()",
                        List.of(),
                        sql + Work.NamedByDatabase.NAME,
                        "schema of the connection"));
    }

    private Draft step(RenameTable change, Work work) {
        return site.writer()
                .ddl(
                        "rename table %s to %s".formatted(change.from(), change.to()),
                        work,
                        site.cost(change.from(), Cost.breaksRunningVersion("ACCESS EXCLUSIVE, brief")),
                        Catalog.once(site.catalog().hasTable(change.to())));
    }
}
