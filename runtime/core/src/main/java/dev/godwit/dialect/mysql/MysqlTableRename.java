package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
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
 * A table under another name, with a view under the old one. A view can be made only of a table that is there, so it is
 * made of an empty one that has the new name; then one statement renames all three, and nobody finds a name missing.
 */
final class MysqlTableRename {

    private final Site site;
    private final Table table;
    private final QualifiedName from;
    private final QualifiedName to;
    private final Identifier reserved;
    private final QualifiedName view;
    private final QualifiedName aside;

    /** @param table what has the columns that the old name has to have */
    MysqlTableRename(Site site, Table table, QualifiedName to) {
        this.site = site;
        this.table = table;
        this.from = table.name();
        this.to = to;
        this.reserved = PhaseNames.of(from, "renamed to " + to, from.name());
        this.view = from.withName(Identifier.of(reserved.text() + "_v"));
        this.aside = from.withName(Identifier.of(reserved.text() + "_t"));
    }

    Drafts drafts() {
        List<Draft> now = List.of(
                ddl(
                        "create what a view of %s can be made of".formatted(to),
                        site.definitions().createTable(standIn()),
                        Catalog.once(hasStandIn())),
                ddl("create a view of %s".formatted(to), view(), new Resume.Idempotent()),
                ddl(
                        "rename table %s to %s, and let it be seen as %s too".formatted(from, to, from),
                        "rename table %s to %s, %s to %s, %s to %s"
                                .formatted(
                                        site.quote(to),
                                        site.quote(aside),
                                        site.quote(from),
                                        site.quote(to),
                                        site.quote(view),
                                        site.quote(from)),
                        Catalog.once(isView(from))),
                ddl(
                        "drop what the view was made of",
                        "drop table if exists " + site.quote(aside),
                        new Resume.Idempotent()));
        Draft contract = ddl(
                "end to let %s be seen as %s".formatted(to, from),
                "drop view if exists " + site.quote(from),
                new Resume.Idempotent());
        return new Drafts(now, List.of(), true, List.of(contract), abandon(), Gate.NONE);
    }

    private List<Draft> abandon() {
        return List.of(
                ddl(
                        "rename table %s back to %s".formatted(to, from),
                        "rename table %s to %s, %s to %s"
                                .formatted(site.quote(from), site.quote(view), site.quote(to), site.quote(from)),
                        Catalog.onceNot(isView(from))),
                ddl("drop the view of " + to, "drop view if exists " + site.quote(view), new Resume.Idempotent()),
                ddl(
                        "drop what the view was made of",
                        "drop table if exists " + site.quote(aside),
                        new Resume.Idempotent()),
                ddl(
                        "drop what has the name " + to,
                        "drop table if exists " + site.quote(to),
                        Catalog.onceNot(hasStandIn())));
    }

    /** Columns that come later are none that the old name has to have. */
    private String view() {
        return "create or replace sql security invoker view %s as select %s from %s"
                .formatted(
                        site.quote(view),
                        site.definitions().columns(table.columns().keySet()),
                        site.quote(to));
    }

    /** Without a row; its comment tells that it may go. */
    private Table standIn() {
        List<Column> columns = table.columns().values().stream()
                .map(column -> column.withChecks(Set.of()).withIdentity(false))
                .toList();
        return Table.of(to, columns).withPrimaryKey(table.primaryKey()).withComment(Optional.of(reserved.text()));
    }

    private String hasStandIn() {
        return exists(to, "table_comment = " + site.dialect().literal(reserved.text()));
    }

    private String isView(QualifiedName name) {
        return exists(name, "table_type = 'VIEW'");
    }

    private String exists(QualifiedName name, String condition) {
        return new MysqlCatalog(site.dialect()).hasTable(name, condition);
    }

    private Draft ddl(String description, String sql, Resume resume) {
        return site.writer().ddl(description, sql, Cost.brief(from + ", brief"), resume);
    }
}
