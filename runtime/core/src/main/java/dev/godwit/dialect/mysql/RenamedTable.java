package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that is to be known by two names, and what its steps have in common.
 *
 * @param table what has the columns that the old name has to have
 * @param to the new name
 */
record RenamedTable(Site site, Table table, QualifiedName to) {

    QualifiedName from() {
        return table.name();
    }

    /** A reserved name beside the table. */
    QualifiedName reserved(String suffix) {
        return from().withName(Identifier.of(mark().text() + suffix));
    }

    private Identifier mark() {
        return PhaseNames.of(from(), "renamed to " + to, from().name());
    }

    /** An empty table of which a view can be made; its comment tells that it may go. */
    Draft standIn(QualifiedName name, Resume resume) {
        List<Column> columns = table.columns().values().stream()
                .map(column -> column.withChecks(Set.of()).withIdentity(false))
                .toList();
        Table standIn =
                Table.of(name, columns).withPrimaryKey(table.primaryKey()).withComment(Optional.of(mark().text()));
        return ddl(
                "create what a view of %s can be made of".formatted(name),
                site.definitions().createTable(standIn),
                resume);
    }

    String isStandIn(QualifiedName name) {
        return catalog().hasTable(name, "table_comment = " + site.dialect().literal(mark().text()));
    }

    /** Columns that come later are none that the old name has to have. */
    Draft view(QualifiedName name, QualifiedName of, Resume resume) {
        return ddl(
                "create a view of " + of,
                "create or replace sql security invoker view %s as select %s from %s"
                        .formatted(
                                site.quote(name),
                                site.definitions().columns(table.columns().keySet()),
                                site.quote(of)),
                resume);
    }

    Draft dropView(QualifiedName name, String description, Resume resume) {
        return ddl(description, "drop view if exists " + site.quote(name), resume);
    }

    Draft dropTable(QualifiedName name, String description, Resume resume) {
        return ddl(description, "drop table if exists " + site.quote(name), resume);
    }

    /** @param names of tables and views, each with its new one behind it */
    Draft rename(String description, Resume resume, QualifiedName... names) {
        StringBuilder renames = new StringBuilder("rename table ");
        for (int i = 0; i < names.length; i += 2) {
            renames.append(i == 0 ? "" : ", ")
                    .append(site.quote(names[i]))
                    .append(" to ")
                    .append(site.quote(names[i + 1]));
        }
        return ddl(description, renames.toString(), resume);
    }

    String isView(QualifiedName name) {
        return catalog().hasTable(name, "table_type = 'VIEW'");
    }

    String isTable(QualifiedName name) {
        return catalog().hasTable(name, "table_type = 'BASE TABLE'");
    }

    /** Whether a view reads a table or view. */
    String reads(QualifiedName view, QualifiedName table) {
        String name = site.dialect().catalogName(table.name());
        return new MysqlCatalog(site.dialect())
                .hasView(
                        view,
                        "locate(%s, view_definition) > 0"
                                .formatted(site.dialect().literal("`" + name + "`")));
    }

    private MysqlCatalog catalog() {
        return new MysqlCatalog(site.dialect());
    }

    private Draft ddl(String description, String sql, Resume resume) {
        return site.writer().ddl(description, sql, Cost.brief(from() + ", brief"), resume);
    }
}
