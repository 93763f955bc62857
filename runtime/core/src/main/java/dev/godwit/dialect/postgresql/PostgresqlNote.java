package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/**
 * Notes, once per session in ten seconds at most, that the version writes that is to go: in a sequence, which no
 * transaction holds and nobody waits for.
 *
 * @param beside a table in whose schema it stands
 * @param name the reserved name of what it belongs to
 * @param watched what the version writes that is to go, for people
 */
record PostgresqlNote(Site site, QualifiedName beside, Identifier name, String watched) {

    /** The note is written by a function of its owner; who watches may be somebody else. */
    List<Draft> create() {
        return List.of(
                ddl("create what notes that %s is written".formatted(watched), "create sequence " + sequence()),
                ddl("let everybody read the note", "grant select on sequence %s to public".formatted(sequence())));
    }

    /** @param condition nothing, or {@code if exists } */
    Draft drop(String condition) {
        return ddl("drop what it is written in", "drop sequence " + condition + sequence());
    }

    /** Whether the session has not noted it yet. */
    String isDue() {
        return "current_setting(%s, true) is distinct from %s".formatted(setting(), tenSeconds());
    }

    /** Statements in PL/pgSQL that note it. */
    String written() {
        return """
                perform setval(%s::regclass, extract(epoch from clock_timestamp())::bigint);
                perform set_config(%s, %s, false);
                """.formatted(site.dialect().literal(sequence()), setting(), tenSeconds());
    }

    Watch watch() {
        return new Watch(
                watched,
                "select extract(epoch from clock_timestamp())::bigint - last_value from %s where is_called"
                        .formatted(sequence()));
    }

    private String sequence() {
        return site.quote(beside.withName(Identifier.of(name.text() + "_s")));
    }

    private String setting() {
        return site.dialect().literal("godwit." + name.text());
    }

    private static String tenSeconds() {
        return "(extract(epoch from now())::bigint / 10)::text";
    }

    private Draft ddl(String description, String sql) {
        return PostgresqlTriggers.ddl(site, description, sql, Cost.NONE);
    }
}
