package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.Filling;
import dev.godwit.dialect.phased.Following;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.TypeChange;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.Version;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another width of whole numbers on PostgreSQL, which would rewrite the table under a lock that nobody passes. A column of
 * the new type is built beside the old one, follows it, and then the two exchange their names in one short transaction.
 * The wider one has the name between the phases, whichever direction it goes; the other one follows meanwhile, so that the
 * way back is another exchange.
 */
final class PostgresqlTypeChange {

    private final Site site;
    private final TypeChange change;
    private final QualifiedName table;
    private final Identifier column;
    private final Column beside;
    private final Following following;
    private final PostgresqlTriggers triggers;
    private final PostgresqlCatalog catalog;
    private final BesideKeys keys;
    private final PostgresqlExchange exchange;

    PostgresqlTypeChange(Site site, Version version, TypeChange change) {
        this.site = site;
        this.change = change;
        this.table = change.table();
        this.column = change.from().name();
        this.beside = change.beside();
        this.following = new Following(change);
        this.triggers = new PostgresqlTriggers(site);
        this.catalog = new PostgresqlCatalog(site.dialect());
        this.keys = new BesideKeys(site, change);
        this.exchange = new PostgresqlExchange(site, version, change, keys, triggers.renew(following));
    }

    /** @param guards what is asked before values lose room */
    Drafts drafts(List<Guard> guards) {
        triggers.guards(following).forEach(this::ask);
        ask(keys.noOthers(catalog));
        List<Draft> now = new ArrayList<>();
        now.add(ddl(
                "add column %s.%s in its new type, beside it".formatted(table, column),
                site.alter(table) + "add column " + site.definitions().column(beside)));
        now.addAll(triggers.create(following));
        List<Draft> later = new ArrayList<>();
        later.add(new Filling(site)
                .rows(
                        table,
                        "%s = %s".formatted(quoted(beside.name()), following()),
                        "%s is distinct from %s".formatted(quoted(beside.name()), following())));
        return change.widens() ? wider(now, later) : narrower(now, later, guards);
    }

    private void ask(Guard guard) {
        site.progress().guard(Ref.of(table, column), guard);
    }

    private Drafts wider(List<Draft> now, List<Draft> later) {
        later.addAll(takePlace());
        List<Draft> abandon = new ArrayList<>();
        keys.indexes().forEach(index -> abandon.add(again(PostgresqlIndexSteps.concurrently(site, table, index))));
        abandon.add(ddl(
                "prove that %s.%s fits into its old type".formatted(table, column),
                "do $godwit$ begin if %s then %s %s%s; end if; end $godwit$"
                        .formatted(isExchanged(), refuseMisfits(), dropProof(), addProof())));
        abandon.add(own(
                "validate that",
                "do $godwit$ begin if %s then %s; end if; end $godwit$".formatted(isExchanged(), validateProof()),
                scan()));
        abandon.add(exchange.draft("if not coalesce(%s, false) then return; end if;".formatted(isExchanged())));
        abandon.addAll(triggers.dropIfThere(following));
        abandon.add(ddl(
                "drop what was beside %s.%s".formatted(table, column),
                "alter table if exists %s drop column if exists %s"
                        .formatted(site.quote(table), quoted(beside.name()))));
        abandon.add(validate());
        return new Drafts(now, later, true, leave(), abandon, Gate.NONE);
    }

    private Drafts narrower(List<Draft> now, List<Draft> later, List<Guard> guards) {
        List<Draft> contract = new ArrayList<>(takePlace());
        contract.addAll(leave());
        List<Draft> abandon = new ArrayList<>(triggers.dropIfThere(following));
        abandon.add(ddl(
                "drop what was beside %s.%s".formatted(table, column),
                "alter table if exists %s drop column if exists %s"
                        .formatted(site.quote(table), quoted(beside.name()))));
        return new Drafts(now, later, true, contract, abandon, new Gate(guards, List.of()));
    }

    /** What has followed goes. */
    private List<Draft> leave() {
        List<Draft> steps = new ArrayList<>(triggers.drop(following));
        steps.add(ddl(
                "drop %s.%s in its old type".formatted(table, column),
                site.alter(table) + "drop column " + quoted(beside.name())));
        return steps;
    }

    /** The column beside gets all that the other one has, and its name. No row can differ then. */
    private List<Draft> takePlace() {
        List<Draft> steps = new ArrayList<>();
        keys.indexes().forEach(index -> steps.add(PostgresqlIndexSteps.concurrently(site, table, index)));
        steps.add(own("collect statistics of " + table, "analyze " + site.quote(table), Cost.online("none")));
        steps.add(ddl("hold both types of %s.%s to each other, in new rows".formatted(table, column), addProof()));
        steps.add(own("validate that", validateProof(), scan()));
        steps.add(exchange.draft(""));
        steps.add(validate());
        return steps;
    }

    private Cost scan() {
        return Cost.online("SHARE UPDATE EXCLUSIVE on " + table + " while the rows are read");
    }

    private String addProof() {
        String pattern =
                change.from().nullable() ? "%1$s is not distinct from %2$s" : "%1$s is not null and %1$s = %2$s";
        return "%sadd constraint %s check (%s) not valid"
                .formatted(
                        site.alter(table),
                        quoted(exchange.proof()),
                        pattern.formatted(quoted(beside.name()), quoted(column)));
    }

    private String validateProof() {
        return site.alter(table) + "validate constraint " + quoted(exchange.proof());
    }

    private String dropProof() {
        return "%sdrop constraint if exists %s; ".formatted(site.alter(table), quoted(exchange.proof()));
    }

    /** What was valid before the exchange is so afterwards; what was not stays as it was. */
    private Draft validate() {
        return own(
                "validate what stands on %s.%s".formatted(table, column),
                """
                do $godwit$ declare each record; begin
                for each in select c.conrelid::regclass as holder, c.conname from pg_constraint c
                    join pg_attribute a on a.attname = %2$s
                        and (a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                            or a.attrelid = c.confrelid and a.attnum = any (c.confkey))
                    where a.attrelid = %1$s::regclass and c.contype in ('c', 'f') and not c.convalidated order by c.oid loop
                    begin
                        execute format('alter table %%s validate constraint %%I', each.holder, each.conname);
                    exception when check_violation or foreign_key_violation then
                        raise warning '%% of %% is not valid: %%', each.conname, each.holder, sqlerrm;
                    end;
                end loop; end $godwit$""".formatted(
                                site.dialect().literal(site.quote(table)),
                                site.dialect().literal(site.dialect().catalogName(column))),
                scan());
    }

    /** Says which values are in the way of a type that has no room for them. */
    private String refuseMisfits() {
        String rows =
                "%s where %s is distinct from %s".formatted(site.quote(table), quoted(beside.name()), quoted(column));
        return """
                if exists (select 1 from %1$s) then raise exception using message = %2$s || \
                (select string_agg(distinct misfit::text, ', ') from (select %3$s as misfit from %1$s limit 10) misfits); end if;""".formatted(
                        rows,
                        site.dialect()
                                .literal(PhasedRefusals.misfits(
                                        table,
                                        column,
                                        site.dialect().render(change.narrow().type()))),
                        quoted(column));
    }

    private String isExchanged() {
        return "%s = %s"
                .formatted(
                        catalog.width(table, column),
                        "(select typlen from pg_type where oid = to_regtype(%s))"
                                .formatted(site.dialect()
                                        .literal(site.dialect()
                                                .render(change.to().type()))));
    }

    /** Only after the exchange something has to be there again. */
    private Draft again(Draft build) {
        Resume.Observable once = (Resume.Observable) build.step().resume();
        String doneWhen = "select not coalesce(%s, false) or (%s)".formatted(isExchanged(), once.doneWhen());
        return new Draft(
                new Step(
                        build.step().description(),
                        build.step().work(),
                        new Resume.Observable(doneWhen, once.cleanUp()),
                        build.step().hazard(),
                        build.step().lock()),
                build.placement());
    }

    private String following() {
        return change.following(quoted(column));
    }

    private String quoted(Identifier name) {
        return site.quote(name);
    }

    private Draft ddl(String description, String sql) {
        return site.writer()
                .ddl(
                        description,
                        sql,
                        Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief"),
                        new Resume.Transactional());
    }

    private static Draft own(String description, String sql, Cost cost) {
        return new Draft(
                new Step(
                        description,
                        new Work.Sql(sql),
                        new Resume.Transactional(),
                        Hazard.ONLINE,
                        cost.lock(),
                        Optional.empty()),
                Draft.Placement.OWN_TRANSACTION);
    }
}
