package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.Difference;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.Side;
import dev.godwit.dialect.phased.StepText;
import dev.godwit.dialect.phased.Triggers;
import dev.godwit.dialect.phased.Twins;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps columns in step on PostgreSQL. One trigger moves values; it changes the row that is being written and executes no
 * statement, so it cannot fire itself. Its name comes last among those of a table, so that it sees what others have made
 * of the row. Another trigger notes, once per session in ten seconds at most, that the old side is written.
 */
final class PostgresqlTriggers implements Triggers {

    private static final Set<String> WITHOUT_EQUALITY = Set.of("json", "xml", "point", "polygon", "box");

    private static final String LAST = "zzz_";
    private static final String BEFORE_LAST = "zzy_";

    private final Site site;

    PostgresqlTriggers(Site site) {
        this.site = site;
    }

    @Override
    public List<Guard> guards(Twins twins) {
        PostgresqlCatalog catalog = new PostgresqlCatalog(site.dialect());
        QualifiedName table = site.progress().originOf(twins.table());
        List<Guard> guards = new ArrayList<>();
        guards.add(new Guard(
                catalog.mayNotCreateBeside(table),
                PhasedRefusals.mayNotCreateTriggers(
                        twins, "CREATE on the table's schema is missing, for their functions")));
        for (Side side : twins.old()) {
            Identifier column =
                    site.progress().originOf(twins.table(), side.column().name());
            guards.add(Guard.listing(catalog.triggers(table, column), PhasedRefusals.triggersName(twins)));
        }
        return guards;
    }

    @Override
    public List<Draft> create(Twins twins) {
        Cost brief = Cost.brief("SHARE ROW EXCLUSIVE on " + twins.table() + ", brief");
        String table = site.quote(twins.table());
        return List.of(
                ddl("create what notes that %s is written".formatted(twins.watched()), sequence(twins), Cost.NONE),
                ddl("let every writer note it", grant(twins), Cost.NONE),
                ddl("create the note", noteFunction(twins), Cost.NONE),
                ddl("create what keeps %s in step".formatted(twins.subject()), stepFunction(twins), Cost.NONE),
                ddl(
                        "note new rows",
                        noteTrigger(twins, table, "insert", text(twins).stated(twins.old())),
                        brief),
                ddl(
                        "note changed rows",
                        noteTrigger(twins, table, "update", text(twins).changed(twins.old())),
                        brief),
                ddl(
                        "keep new rows in step",
                        "create trigger %s before insert on %s for each row execute function %s()"
                                .formatted(trigger(LAST, twins, "_i"), table, name(twins, "")),
                        brief),
                ddl(
                        "keep changed rows in step",
                        "create trigger %s before update on %s for each row when (%s or %s) execute function %s()"
                                .formatted(
                                        trigger(LAST, twins, "_u"),
                                        table,
                                        text(twins).changed(twins.old()),
                                        text(twins).changed(twins.fresh()),
                                        name(twins, "")),
                        brief));
    }

    private String sequence(Twins twins) {
        return "create sequence " + name(twins, "_s");
    }

    /** The note is a function of its owner; who watches may be somebody else. */
    private String grant(Twins twins) {
        return "grant select on sequence %s to public".formatted(name(twins, "_s"));
    }

    private String noteFunction(Twins twins) {
        return """
                create function %s() returns trigger language plpgsql security definer set search_path from current as $godwit$
                begin
                    perform setval(%s::regclass, extract(epoch from clock_timestamp())::bigint);
                    perform set_config(%s, %s, false);
                    return new;
                end $godwit$""".formatted(
                        name(twins, "_n"), site.dialect().literal(name(twins, "_s")), setting(twins), tenSeconds());
    }

    private String noteTrigger(Twins twins, String table, String event, String condition) {
        return """
                create trigger %s before %s on %s for each row when ((%s) and current_setting(%s, true) is distinct from %s) \
                execute function %s()""".formatted(
                        trigger(BEFORE_LAST, twins, "_" + event.charAt(0)),
                        event,
                        table,
                        condition,
                        setting(twins),
                        tenSeconds(),
                        name(twins, "_n"));
    }

    private String setting(Twins twins) {
        return site.dialect().literal("godwit." + twins.name().text());
    }

    private static String tenSeconds() {
        return "(extract(epoch from now())::bigint / 10)::text";
    }

    private String stepFunction(Twins twins) {
        StepText text = text(twins);
        return """
                create function %s() returns trigger language plpgsql as $godwit$
                begin
                    if tg_op = 'INSERT' then
                        if not (%s) and (%s) then
                            %s
                        else
                            %s
                        end if;
                    elsif %s then
                        %s
                    elsif %s then
                        %s
                    end if;
                    return new;
                end $godwit$""".formatted(
                        name(twins, ""),
                        text.stated(twins.old()),
                        text.stated(twins.fresh()),
                        follow(text, twins.old()),
                        follow(text, twins.fresh()),
                        text.changed(twins.old()),
                        follow(text, twins.fresh()),
                        text.strays(),
                        follow(text, twins.old()));
    }

    private static String follow(StepText text, List<Side> sides) {
        return sides.stream()
                .map(side -> text.in("new", side) + " := " + text.value("new", side) + ";")
                .collect(Collectors.joining(" "));
    }

    private StepText text(Twins twins) {
        return new StepText(site, twins, difference());
    }

    /** Some types have no equality; their text does. */
    @Override
    public Difference difference() {
        return (side, left, right) -> {
            String type = site.dialect().render(side.column().type());
            boolean byText =
                    WITHOUT_EQUALITY.contains(type) || side.column().collation().isPresent();
            String pattern = byText ? "(%s)::text collate \"C\" is distinct from (%s)::text" : "%s is distinct from %s";
            return pattern.formatted(left, right);
        };
    }

    @Override
    public List<Draft> drop(Twins twins) {
        return drop(twins, "");
    }

    @Override
    public List<Draft> dropIfThere(Twins twins) {
        return drop(twins, "if exists ");
    }

    private List<Draft> drop(Twins twins, String condition) {
        List<Draft> steps = new ArrayList<>();
        Cost brief = Cost.brief("ACCESS EXCLUSIVE on " + twins.table() + ", brief");
        for (String name : List.of(LAST, BEFORE_LAST)) {
            for (String event : List.of("_i", "_u")) {
                steps.add(ddl(
                        "end to keep %s in step".formatted(twins.subject()),
                        "drop trigger %s%s on %s"
                                .formatted(condition, trigger(name, twins, event), site.quote(twins.table())),
                        brief));
            }
        }
        for (String function : List.of("", "_n")) {
            steps.add(ddl(
                    "drop its function",
                    "drop function %s%s()".formatted(condition, name(twins, function)),
                    Cost.NONE));
        }
        steps.add(ddl("drop its note", "drop sequence %s%s".formatted(condition, name(twins, "_s")), Cost.NONE));
        return steps;
    }

    @Override
    public Watch watch(Twins twins) {
        return new Watch(
                twins.watched(),
                "select extract(epoch from clock_timestamp())::bigint - last_value from %s where is_called"
                        .formatted(name(twins, "_s")));
    }

    private String name(Twins twins, String suffix) {
        return site.quote(twins.table().withName(identifier(twins, "", suffix)));
    }

    private String trigger(String prefix, Twins twins, String suffix) {
        return site.quote(identifier(twins, prefix, suffix));
    }

    private static Identifier identifier(Twins twins, String prefix, String suffix) {
        return Identifier.of(prefix + twins.name().text() + suffix);
    }

    private Draft ddl(String description, String sql, Cost cost) {
        return site.writer().ddl(description, sql, cost, new Resume.Transactional());
    }
}
