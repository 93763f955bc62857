package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;

/**
 * Triggers on several tables on PostgreSQL that keep these in step. Their functions run with the rights of their owner,
 * since the version of the application that knows one table may not be allowed to write the others.
 *
 * @param beside a table in whose schema the functions stand
 * @param name the reserved name of what they belong to
 * @param subject what they see to, for people
 */
record PostgresqlStepTriggers(Site site, QualifiedName beside, Identifier name, String subject) {

    /** Among the triggers of a table those go last whose names do. */
    private static final String LAST = "zzz_";

    /**
     * @param suffix of its name
     * @param declared variables, or nothing
     * @param body statements in PL/pgSQL
     * @param returned {@code null}, or {@code new}
     */
    Draft function(String suffix, String declared, String body, String returned) {
        return ddl(
                "create what keeps %s in step".formatted(subject),
                "create function %s() returns trigger language plpgsql security definer set search_path from current as $godwit$\n%sbegin\n%s    return %s;\nend $godwit$"
                        .formatted(function(suffix), declared, body.indent(4), returned),
                Cost.NONE);
    }

    /** Behind each row that is written. */
    Draft after(QualifiedName table, String suffix, String event, String when, String function) {
        return create("trigger", table, suffix, "after " + event, "", when, function);
    }

    /** Behind each row that is written, when the transaction ends. */
    Draft atTheEnd(QualifiedName table, String suffix, String event, String when, String function) {
        return create(
                "constraint trigger",
                table,
                suffix,
                "after " + event,
                " deferrable initially deferred",
                when,
                function);
    }

    /** On each row before it is written. */
    Draft before(QualifiedName table, String suffix, String event, String when, String function) {
        return create("trigger", table, suffix, "before " + event, "", when, function);
    }

    /**
     * @param suffix of its name; triggers of several tables may have the same one
     * @param when a condition, or nothing
     * @param function the suffix of the name of what it calls
     */
    private Draft create(
            String what, QualifiedName table, String suffix, String time, String manner, String when, String function) {
        return ddl(
                "keep %s in step %s in %s".formatted(subject, time, table),
                "create %s %s %s on %s%s for each row%s execute function %s()"
                        .formatted(
                                what,
                                trigger(suffix),
                                time,
                                site.quote(table),
                                manner,
                                when.isEmpty() ? "" : " when (%s)".formatted(when),
                                function(function)),
                Cost.brief("SHARE ROW EXCLUSIVE on " + table + ", brief"));
    }

    Draft drop(QualifiedName table, String suffix) {
        return ddl(
                "keep %s in step no longer at writes of %s".formatted(subject, table),
                "drop trigger if exists %s on %s".formatted(trigger(suffix), site.quote(table)),
                Cost.brief("ACCESS EXCLUSIVE on " + table + ", brief"));
    }

    Draft dropFunction(String suffix) {
        return ddl("drop its function", "drop function if exists %s()".formatted(function(suffix)), Cost.NONE);
    }

    private String function(String suffix) {
        return site.quote(beside.withName(Identifier.of(name.text() + suffix)));
    }

    private String trigger(String suffix) {
        return site.quote(Identifier.of(LAST + name.text() + suffix));
    }

    private Draft ddl(String description, String sql, Cost cost) {
        return PostgresqlTriggers.ddl(site, description, sql, cost);
    }
}
