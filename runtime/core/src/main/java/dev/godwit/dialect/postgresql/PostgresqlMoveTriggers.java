package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.phased.MoveTriggers;
import dev.godwit.dialect.phased.MoveWords;
import dev.godwit.dialect.phased.TableMove;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Triggers on two tables on PostgreSQL, each of which writes the other table, and only where it says something else: so
 * what one fires ends with the first echo. They run with the rights of their owner, since the version of the application
 * that knows one table may not be allowed to write the other.
 */
final class PostgresqlMoveTriggers implements MoveTriggers {

    private static final String LAST = "zzz_";

    private final Site site;

    PostgresqlMoveTriggers(Site site) {
        this.site = site;
    }

    @Override
    public MoveWords words(TableMove move) {
        return new MoveWords(
                move,
                site::quote,
                site::quote,
                (column, left, right) -> PostgresqlTriggers.differs(site, column, left, right));
    }

    @Override
    public List<Guard> guards(TableMove move) {
        return new PostgresqlMoveGuards(site)
                .of(move.subject(), move.owner().table(), move.leaving().known());
    }

    @Override
    public List<Draft> create(TableMove move) {
        MoveWords words = words(move);
        MoveSide owner = move.owner();
        MoveSide part = move.part();
        List<Draft> steps = new ArrayList<>(note(move).create());
        steps.add(function(move, "_o", ownerBody(move, words)));
        steps.add(function(move, "_p", partBody(move, words)));
        steps.add(trigger(move, owner, "insert", " when (%s)".formatted(words.holds(owner, "new")), "_o"));
        steps.add(trigger(move, owner, "update", " when (%s)".formatted(words.changed(owner)), "_o"));
        if (!move.unknown()) {
            take(move, owner, "_x", steps);
            take(move, part, "_y", steps);
        }
        if (move.deletesParts()) {
            steps.add(function(move, "_d", deleting(words)));
            steps.add(trigger(move, owner, "delete", "", "_d"));
        }
        steps.add(trigger(move, part, "insert", "", "_p"));
        steps.add(trigger(
                move, part, "update", " when (%s or %s)".formatted(words.changed(part), words.rejoined(part)), "_p"));
        steps.add(trigger(move, part, "delete", "", "_p"));
        return steps;
    }

    /** It is looked before a part is written, since that would lock it even where it says the same already. */
    private String ownerBody(TableMove move, MoveWords words) {
        String update = "update %s t set %s where %s and %s;"
                .formatted(words.parts(), words.toPart("new"), words.joined("new", "t"), words.differ("new", "t"));
        String insert = "insert into %s as t (%s) values (%s) on conflict (%s) do update set %s where %s;"
                .formatted(
                        words.parts(),
                        words.partColumns(),
                        words.made("new"),
                        words.partKey(),
                        words.toPart("new"),
                        words.differ("new", "t"));
        String empty = move.emptiesByDelete()
                ? "delete from %s t where %s;".formatted(words.parts(), words.joined("new", "t"))
                : update;
        String follow = move.followsByNewPart()
                ? "if %s then\n%selse\n%send if;"
                        .formatted(words.holds(move.owner(), "new"), insert.indent(4), empty.indent(4))
                : update;
        return "if %s then\n%send if;\n"
                .formatted(words.apart("new"), (follow + "\n" + noted(move, move.owner())).indent(4));
    }

    /** The owner is locked before it is looked at: a fill that holds it has read the part as it was before. */
    private String partBody(TableMove move, MoveWords words) {
        String lock = "perform 1 from %s s where %s for no key update;";
        String left = """
                if tg_op = 'DELETE' or tg_op = 'UPDATE' and (%s) then
                    %s
                    update %s s set %s where %s and %s;
                end if;
                """.formatted(
                        words.rejoined(move.part()),
                        lock.formatted(words.owners(), words.joined("s", "old")),
                        words.owners(),
                        words.emptyOwner(),
                        words.joined("s", "old"),
                        words.holds(move.owner(), "s"));
        String joined = """
                if tg_op <> 'DELETE' then
                    %s
                    update %s s set %s where %s and %s;
                end if;
                """.formatted(
                        lock.formatted(words.owners(), words.joined("s", "new")),
                        words.owners(),
                        words.toOwner("new"),
                        words.joined("s", "new"),
                        words.differ("s", "new"));
        return left + joined + noted(move, move.part());
    }

    /** A new row whose writer does not state the values has those of its counterpart, which may have been there before. */
    private void take(TableMove move, MoveSide side, String suffix, List<Draft> steps) {
        MoveWords words = words(move);
        String assignments = words.taken(side, "other").entrySet().stream()
                .map(each -> each.getKey() + " := " + each.getValue() + ";\n")
                .collect(Collectors.joining());
        String body = """
                select * into other %s for no key update;
                if found then
                %send if;
                """.formatted(words.counterpart(side, "o"), assignments.indent(4));
        steps.add(ddl(
                "create what lets new rows of %s be in step".formatted(side.table()),
                definition(move, suffix, "declare other record;\n", body, "new"),
                Cost.NONE));
        steps.add(
                trigger(move, side, "before", "insert", " when (not %s)".formatted(words.holds(side, "new")), suffix));
    }

    private static String deleting(MoveWords words) {
        return "delete from %s t where %s;\n".formatted(words.parts(), words.joined("old", "t"));
    }

    /** What has not changed the other side was an echo. */
    private String noted(TableMove move, MoveSide side) {
        return side.leaves()
                ? "if found and %s then\n%send if;\n"
                        .formatted(note(move).isDue(), note(move).written().indent(4))
                : "";
    }

    private Draft function(TableMove move, String suffix, String body) {
        return ddl(
                "create what keeps %s in step".formatted(move.subject()),
                definition(move, suffix, "", body, "null"),
                Cost.NONE);
    }

    private String definition(TableMove move, String suffix, String declared, String body, String returned) {
        return "create function %s() returns trigger language plpgsql security definer set search_path from current as $godwit$\n%sbegin\n%s    return %s;\nend $godwit$"
                .formatted(name(move, suffix), declared, body.indent(4), returned);
    }

    private Draft trigger(TableMove move, MoveSide side, String event, String when, String function) {
        return trigger(move, side, "after", event, when, function);
    }

    private Draft trigger(TableMove move, MoveSide side, String time, String event, String when, String function) {
        return ddl(
                "keep %s in step at each %s in %s".formatted(move.subject(), event, side.table()),
                "create trigger %s %s %s on %s for each row%s execute function %s()"
                        .formatted(
                                trigger(move, function + event.charAt(0)),
                                time,
                                event,
                                site.quote(side.table()),
                                when,
                                name(move, function)),
                Cost.brief("SHARE ROW EXCLUSIVE on " + side.table() + ", brief"));
    }

    @Override
    public List<Draft> drop(TableMove move) {
        List<Draft> steps = new ArrayList<>();
        for (String event : List.of("insert", "update", "delete")) {
            steps.add(dropTrigger(move, move.owner(), event, event.equals("delete") ? "_dd" : "_o" + event.charAt(0)));
            steps.add(dropTrigger(move, move.part(), event, "_p" + event.charAt(0)));
        }
        if (!move.unknown()) {
            steps.add(dropTrigger(move, move.owner(), "insert", "_xi"));
            steps.add(dropTrigger(move, move.part(), "insert", "_yi"));
        }
        for (String suffix : List.of("_o", "_p", "_d", "_x", "_y")) {
            steps.add(
                    ddl("drop its function", "drop function if exists %s()".formatted(name(move, suffix)), Cost.NONE));
        }
        steps.add(note(move).drop("if exists "));
        return steps;
    }

    private Draft dropTrigger(TableMove move, MoveSide side, String event, String suffix) {
        return ddl(
                "keep %s in step no longer at each %s in %s".formatted(move.subject(), event, side.table()),
                "drop trigger if exists %s on %s".formatted(trigger(move, suffix), site.quote(side.table())),
                Cost.brief("ACCESS EXCLUSIVE on " + side.table() + ", brief"));
    }

    @Override
    public Watch watch(TableMove move) {
        return note(move).watch();
    }

    @Override
    public String lock() {
        return "for no key update";
    }

    @Override
    public String quietly(TableMove move) {
        return "";
    }

    private PostgresqlNote note(TableMove move) {
        return new PostgresqlNote(
                site, move.owner().table(), move.name(), move.leaving().subject());
    }

    private String name(TableMove move, String suffix) {
        return site.quote(
                move.owner().table().withName(Identifier.of(move.name().text() + suffix)));
    }

    private String trigger(TableMove move, String suffix) {
        return site.quote(Identifier.of(LAST + move.name().text() + suffix));
    }

    private Draft ddl(String description, String sql, Cost cost) {
        return PostgresqlTriggers.ddl(site, description, sql, cost);
    }
}
