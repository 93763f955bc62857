package dev.godwit.dialect.postgresql;

import dev.godwit.change.RenameTable;
import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.Guard;
import dev.godwit.plan.KeptNames;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Indexes, those behind keys among them, and owned sequences share the names of tables. */
    @Override
    protected List<Draft> setNamesAside(Table table, QualifiedName kept) {
        guardViews(site, table.name(), Optional.empty());
        return List.of(site.writer()
                .ddl(
                        "set the names of indexes and sequences of %s aside".formatted(table.name()),
                        ownedNames(table.name(), kept, """
                                if left(owned.relname, length({prefix})) <> {prefix} then
                                    execute format('comment on %s %I.%I is %L', kind, owned.nspname, owned.relname, owned.relname);
                                    execute format('alter %s %I.%I rename to %I', kind, owned.nspname, owned.relname,
                                        {prefix} || substr(md5({kept} || owned.relname), 1, 20));
                                end if;"""),
                        Cost.NONE,
                        new Resume.Transactional()));
    }

    /** A view would go on reading what is kept, as if nothing had happened. */
    static void guardViews(Site site, QualifiedName table, Optional<Identifier> column) {
        QualifiedName origin = site.progress().originOf(table);
        String views = new PostgresqlCatalog(site.dialect())
                .views(origin, column.map(name -> site.progress().originOf(table, name)));
        String what = column.map(name -> table + "." + name).orElseGet(table::toString);
        site.progress().guard(Ref.of(table), Guard.listing(views, Refusals.viewsRead(what)));
    }

    /** The comment tells the name, and goes. */
    @Override
    protected List<Draft> bringNamesBack(Table table, QualifiedName kept) {
        return List.of(site.writer()
                .ddl(
                        "give indexes and sequences of %s their names back".formatted(table.name()),
                        ownedNames(table.name(), kept, """
                                if owned.relname like {prefix} || '%' and owned.original is not null then
                                    execute format('comment on %s %I.%I is null', kind, owned.nspname, owned.relname);
                                    execute format('alter %s %I.%I rename to %I', kind, owned.nspname, owned.relname,
                                        owned.original);
                                end if;"""),
                        Cost.NONE,
                        new Resume.Transactional()));
    }

    /** Does something for each index and sequence that belongs to a table. */
    private String ownedNames(QualifiedName table, QualifiedName kept, String action) {
        return """
                do $godwit$ declare owned record; kind text; begin
                for owned in select c.relname, n.nspname, c.relkind, obj_description(c.oid, 'pg_class') as original
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.oid in (select indexrelid from pg_index where indrelid = {table}::regclass
                        union all select objid from pg_depend where classid = 'pg_class'::regclass
                        and refclassid = 'pg_class'::regclass and refobjid = {table}::regclass and deptype in ('a', 'i'))
                    and c.relkind in ('i', 'S')
                loop
                    kind := case owned.relkind when 'S' then 'sequence' else 'index' end;
                {action}
                end loop; end $godwit$""".replace("{action}", action.indent(4).stripTrailing())
                .replace("{table}", site.dialect().literal(site.quote(table)))
                .replace("{kept}", site.dialect().literal(site.quote(kept)))
                .replace("{prefix}", site.dialect().literal(KeptNames.PREFIX));
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
