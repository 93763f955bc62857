package dev.godwit.dialect.postgresql;

import dev.godwit.change.AddIndex;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** Indexes on PostgreSQL: concurrently where the table is in use. */
final class PostgresqlIndexSteps extends IndexSteps {

    PostgresqlIndexSteps(Site site) {
        super(site);
    }

    @Override
    public Drafts addIndex(AddIndex change) {
        QualifiedName table = change.table();
        return site.progress().isNew(table)
                ? super.addIndex(change)
                : Drafts.adding(List.of(), List.of(concurrently(site, table, change.index())));
    }

    /** Builds an index beside the users of its table. What an attempt left behind is dropped before the next one. */
    static Draft concurrently(Site site, QualifiedName table, Index index) {
        Resume resume = new Resume.Observable(
                "select " + site.catalog().hasIndex(table, index.name()),
                Optional.of("drop index concurrently if exists " + site.quote(table.withName(index.name()))));
        return new Draft(
                new Step(
                        "create index %s on %s concurrently".formatted(index.name(), table),
                        new Work.Sql(
                                site.definitions().createIndex(Table.of(table, List.of()), index, "concurrently ")),
                        resume,
                        Hazard.ONLINE,
                        "SHARE UPDATE EXCLUSIVE on " + table + ", while the rows are read twice"),
                Draft.Placement.NO_TRANSACTION);
    }

    @Override
    protected Cost buildCost(QualifiedName table) {
        return Cost.brief("SHARE on " + table + " while the index is built");
    }
}
