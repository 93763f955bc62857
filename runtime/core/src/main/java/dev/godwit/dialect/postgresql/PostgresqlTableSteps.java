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
            String schema = change.to().schema().map(site::quote).orElse("public");
            steps.add(step(change, site.alter(current) + "set schema " + schema));
            current = change.to().withName(change.from().name());
        }
        if (!change.from().name().equals(change.to().name())) {
            steps.add(step(
                    change,
                    site.alter(current) + "rename to " + site.quote(change.to().name())));
        }
        return Drafts.inOrder(steps);
    }

    private Draft step(RenameTable change, String sql) {
        return site.writer()
                .ddl(
                        "rename table %s to %s".formatted(change.from(), change.to()),
                        sql,
                        site.cost(change.from(), Cost.breaksRunningVersion("ACCESS EXCLUSIVE, brief")),
                        Catalog.once(site.catalog().hasTable(change.to())));
    }
}
