package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.TypeChange;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.Version;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two columns of a table exchange their names, and all that stands on the one goes over to the other. It reads no row:
 * keys and indexes have been built, that no value is missing has been proved, checks and foreign keys are validated later.
 * What the catalog knows is brought along from there, whether or not the model knows it too.
 */
final class PostgresqlExchange {

    /** The first version that has constraints for NOT NULL, with names. */
    private static final Version NAMES_NOT_NULL = new Version(18, 0);

    private final Site site;
    private final Version version;
    private final TypeChange change;
    private final BesideKeys keys;
    private final List<String> renewal;
    private final QualifiedName table;
    private final Identifier column;
    private final Identifier beside;

    /** @param renewal statements by which functions that name the columns come to know their types */
    PostgresqlExchange(Site site, Version version, TypeChange change, BesideKeys keys, List<String> renewal) {
        this.site = site;
        this.version = version;
        this.change = change;
        this.keys = keys;
        this.renewal = renewal;
        this.table = change.table();
        this.column = change.from().name();
        this.beside = change.beside().name();
    }

    /** The name of the check that holds the two columns to each other before. */
    Identifier proof() {
        return change.name("proof", column);
    }

    /** @param first what is executed before anything else */
    Draft draft(String first) {
        List<String> body = new ArrayList<>();
        body.addAll(alone());
        body.addAll(takeAway());
        body.addAll(keys.replace(new PostgresqlCatalog(site.dialect())));
        body.add(alter("alter column %s drop default", column));
        body.add(alter("alter column %s drop not null", column));
        body.addAll(rename());
        body.addAll(giveBack());
        body.addAll(renewal);
        String sql = "do $godwit$ %s begin\n%s%s;\nend $godwit$"
                .formatted(
                        declarations(),
                        first.isEmpty() ? "" : first + "\n",
                        body.stream().collect(Collectors.joining(";\n")));
        return new Draft(
                new Step(
                        "let %s.%s exchange types with the one beside it".formatted(table, column),
                        new Work.Sql(sql),
                        new Resume.Transactional(),
                        Hazard.BRIEF_LOCK,
                        "ACCESS EXCLUSIVE on %s and on what it refers to and is referred to by, brief".formatted(table),
                        Optional.empty()),
                Draft.Placement.OWN_TRANSACTION);
    }

    private static String declarations() {
        return """
                declare place int2; holders text[]; names text[]; definitions text[]; numbers text[]; other regclass; each record;
                key text; identity record; last bigint; called boolean;""";
    }

    /**
     * Waiting for a second table while holding the first one could end in a deadlock with an application, of which the
     * server would make out the victim: to give way soon and to try again does not.
     */
    private List<String> alone() {
        return List.of("lock table %s in access exclusive mode".formatted(quoted(table)), """
                perform set_config('lock_timeout', '300', true);
                select attnum into place from pg_attribute where attrelid = %1$s::regclass and attname = %2$s;
                for other in select distinct unnest(array[conrelid, confrelid]) from pg_constraint where contype = 'f'
                    and (conrelid = %1$s::regclass and place = any (conkey) or confrelid = %1$s::regclass and place = any (confkey)) loop
                    execute format('lock table %%s in access exclusive mode', other);
                end loop""".formatted(
                        tableLiteral(), columnLiteral()));
    }

    /** Checks, foreign keys from and to the column, its identity, privileges, comment. */
    private List<String> takeAway() {
        List<String> statements = new ArrayList<>();
        if (!change.from().nullable()) {
            statements.add(alter("alter column %s set not null", beside));
        }
        statements.add(alter("drop constraint if exists %s", proof()));
        statements.add("""
                select array_agg(conrelid::regclass::text order by oid), array_agg(quote_ident(conname) order by oid),
                    array_agg(pg_get_constraintdef(oid) order by oid) into holders, names, definitions
                    from pg_constraint where contype in ('c', 'f') and conparentid = 0
                    and (conrelid = %1$s::regclass and place = any (conkey) or confrelid = %1$s::regclass and place = any (confkey));
                for i in 1..coalesce(array_length(names, 1), 0) loop
                    execute format('alter table %%s drop constraint %%s', holders[i], names[i]);
                end loop""".formatted(tableLiteral()));
        statements.add("""
                for each in select granted.* from pg_attribute a, aclexplode(a.attacl) granted
                    where a.attrelid = %1$s::regclass and a.attnum = place loop
                    execute format('grant %%s (%%I) on %%s to %%s%%s', each.privilege_type, %2$s, %1$s::regclass,
                        case when each.grantee = 0 then 'public' else each.grantee::regrole::text end,
                        case when each.is_grantable then ' with grant option' else '' end);
                end loop;
                execute format('comment on column %%s.%%I is %%L', %1$s::regclass, %2$s, col_description(%1$s::regclass, place))""".formatted(tableLiteral(), literal(beside)));
        if (change.from().identity()) {
            statements.add("""
                    select a.attidentity, s.seqincrement, s.seqcache into strict identity from pg_attribute a
                        join pg_sequence s on s.seqrelid = pg_get_serial_sequence(%1$s, %2$s)::regclass
                        where a.attrelid = %1$s::regclass and a.attnum = place;
                    execute 'select last_value, is_called from ' || pg_get_serial_sequence(%1$s, %2$s) into last, called""".formatted(tableLiteral(), columnLiteral()));
            statements.add(alter("alter column %s drop identity", column));
        } else if (change.from().defaultSql().isPresent()) {
            statements.add("""
                    select array_agg(distinct s.oid::regclass::text) into numbers from pg_class s, pg_depend d
                        where s.relkind = 'S' and d.classid = 'pg_class'::regclass and d.objid = s.oid
                        and d.refclassid = 'pg_class'::regclass and d.refobjid = %s::regclass and d.refobjsubid = place""".formatted(tableLiteral()));
        }
        return statements;
    }

    private List<String> rename() {
        Identifier between = change.name("between", column);
        return List.of(rename(column, between), rename(beside, column), rename(between, beside));
    }

    private String rename(Identifier from, Identifier to) {
        return "%srename column %s to %s".formatted(site.alter(table), quoted(from), quoted(to));
    }

    private List<String> giveBack() {
        List<String> statements = new ArrayList<>();
        if (change.from().identity()) {
            statements.add("""
                    execute format('alter table %%s alter column %%I add generated %%s as identity (increment by %%s cache %%s)',
                        %1$s::regclass, %2$s, case identity.attidentity when 'a' then 'always' else 'by default' end,
                        identity.seqincrement, identity.seqcache);
                    perform setval(seqrelid::regclass, least(last, seqmax), called) from pg_sequence
                        where seqrelid = pg_get_serial_sequence(%1$s, %2$s)::regclass""".formatted(tableLiteral(), columnLiteral()));
        }
        change.from().defaultSql().ifPresent(sql -> {
            statements.add(alter("alter column %s set default ", column) + sql);
            statements.add("""
                    foreach key in array coalesce(numbers, '{}') loop
                        execute format('alter sequence %%s owned by %%s.%%I', key, %1$s::regclass, %2$s);
                    end loop;
                    for each in select s.seqrelid::regclass as name, a.atttypid::regtype as type from pg_attribute a
                        join pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
                        join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = v.oid
                        join pg_sequence s on s.seqrelid = d.refobjid and d.refclassid = 'pg_class'::regclass
                        where a.attrelid = %1$s::regclass and a.attname = %2$s
                        and a.attlen > (select typlen from pg_type where oid = s.seqtypid) loop
                        execute format('alter sequence %%s as %%s', each.name, each.type);
                    end loop""".formatted(tableLiteral(), columnLiteral()));
        });
        statements.add("""
                for i in 1..coalesce(array_length(names, 1), 0) loop
                    execute format('alter table %s add constraint %s %s not valid', holders[i], names[i],
                        regexp_replace(definitions[i], ' NOT VALID$', ''));
                end loop""");
        statements.add("""
                for each in select a.attrelid::regclass as holder from pg_index i join pg_attribute a on a.attrelid = i.indexrelid
                    where i.indrelid = %1$s::regclass and a.attname = %3$s loop
                    execute format('alter table %%s rename column %%I to %%I', each.holder, %3$s, %2$s);
                end loop""".formatted(tableLiteral(), columnLiteral(), literal(beside)));
        if (version.isAtLeast(NAMES_NOT_NULL) && !change.from().nullable()) {
            statements.add("""
                    for each in select conname from pg_constraint where conrelid = %1$s::regclass and contype = 'n'
                        and conkey = array[(select attnum from pg_attribute where attrelid = %1$s::regclass and attname = %2$s)] loop
                        execute format('alter table %%s rename constraint %%I to %%I', %1$s::regclass, each.conname,
                            replace(each.conname, %3$s, %2$s));
                    end loop""".formatted(tableLiteral(), columnLiteral(), literal(beside)));
        }
        return statements;
    }

    private String alter(String action, Identifier name) {
        return site.alter(table) + action.formatted(quoted(name));
    }

    private String tableLiteral() {
        return site.dialect().literal(quoted(table));
    }

    private String columnLiteral() {
        return literal(column);
    }

    private String literal(Identifier name) {
        return site.dialect().literal(site.dialect().catalogName(name));
    }

    private String quoted(QualifiedName name) {
        return site.quote(name);
    }

    private String quoted(Identifier name) {
        return site.quote(name);
    }
}
