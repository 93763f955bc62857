package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterTableOptions;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Tables on MySQL and MariaDB. */
public final class MysqlTableSteps extends TableSteps {

    MysqlTableSteps(Site site, TypeSteps types, KeySteps keys, IndexSteps indexes) {
        super(site, types, keys, indexes);
    }

    @Override
    protected Optional<Identifier> namespaceOf(QualifiedName name) {
        return name.catalog();
    }

    @Override
    protected String createNamespace(Identifier namespace) {
        return "create database if not exists " + site.quote(namespace);
    }

    @Override
    protected String newName(QualifiedName name) {
        return site.quote(name);
    }

    @Override
    protected boolean hasInlineComments() {
        return true;
    }

    @Override
    protected List<Draft> comment(QualifiedName table, Optional<String> comment) {
        return List.of(site.writer()
                .ddl(
                        "comment on table " + table,
                        site.alter(table) + "comment = " + site.dialect().literal(comment.orElse("")),
                        site.cost(table, Cost.brief(table + ", brief")),
                        new Resume.Idempotent()));
    }

    @Override
    public Drafts alterTableOptions(AlterTableOptions change) {
        if (change.to().isEmpty()) {
            return super.alterTableOptions(change);
        }
        return Drafts.inOrder(site.writer()
                .ddl(
                        "change options of table " + change.table(),
                        site.alter(change.table()) + change.to().get(),
                        site.cost(change.table(), Cost.copies(change.table(), change.table() + " while it is copied")),
                        new Resume.Idempotent()));
    }
}
