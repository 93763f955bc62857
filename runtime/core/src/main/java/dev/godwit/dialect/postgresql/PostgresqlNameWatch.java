package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/**
 * Notes that a table is written under its old name, once per session in ten seconds at most. The table does not know under
 * which name it is written; the text of the statement does.
 */
final class PostgresqlNameWatch {

    private final Site site;
    private final QualifiedName from;
    private final QualifiedName to;
    private final Identifier name;

    PostgresqlNameWatch(Site site, QualifiedName from, QualifiedName to) {
        this.site = site;
        this.from = from;
        this.to = to;
        this.name = PhaseNames.of(from, "written under its name", from.name());
    }

    /** Begins to note it, when the table has its new name. */
    List<Draft> create() {
        return List.of(
                ddl("create what notes that %s is written".formatted(from), "create sequence " + named("_s")),
                ddl("let every writer note it", "grant select on sequence %s to public".formatted(named("_s"))),
                ddl("create the note", function()),
                ddl("note what is written", trigger()));
    }

    private String function() {
        return """
                create function %s() returns trigger language plpgsql security definer set search_path from current as $godwit$
                begin
                    perform set_config(%s, %s, false);
                    if current_query() ~* %s then
                        perform setval(%s::regclass, extract(epoch from clock_timestamp())::bigint);
                    end if;
                    return null;
                end $godwit$""".formatted(named("_n"), setting(), tenSeconds(), word(), literal(named("_s")));
    }

    private String trigger() {
        return """
                create trigger %s after insert or update or delete on %s for each statement \
                when (current_setting(%s, true) is distinct from %s) execute function %s()""".formatted(site.quote(name), site.quote(to), setting(), tenSeconds(), named("_n"));
    }

    private String word() {
        String text = from.name().text().replaceAll("[^\\p{L}\\p{N}_]", ".");
        return literal("(^|[^[:alnum:]_$])" + text + "($|[^[:alnum:]_$])");
    }

    private String setting() {
        return literal("godwit." + name.text());
    }

    private static String tenSeconds() {
        return "(extract(epoch from now())::bigint / 10)::text";
    }

    /** SQL that ends it, however much of it is there. */
    String dropped() {
        return "drop trigger if exists %s on %s; drop function if exists %s(); drop sequence if exists %s"
                .formatted(site.quote(name), site.quote(to), named("_n"), named("_s"));
    }

    Watch watch() {
        return new Watch(
                from.toString(),
                "select extract(epoch from clock_timestamp())::bigint - last_value from %s where is_called"
                        .formatted(named("_s")));
    }

    private String named(String suffix) {
        return site.quote(from.withName(Identifier.of(name.text() + suffix)));
    }

    private String literal(String text) {
        return site.dialect().literal(text);
    }

    private Draft ddl(String description, String sql) {
        return site.writer()
                .ddl(
                        description,
                        sql,
                        Cost.brief("ACCESS EXCLUSIVE on " + from + ", brief"),
                        new Resume.Transactional());
    }
}
