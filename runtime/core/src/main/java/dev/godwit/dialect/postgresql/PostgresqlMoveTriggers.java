package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.phased.MoveTriggers;
import dev.godwit.dialect.phased.MoveWords;
import dev.godwit.dialect.phased.TableMove;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Triggers on two tables on PostgreSQL, each of which writes the other table, and only where it says something else: so
 * what one fires ends with the first echo.
 */
final class PostgresqlMoveTriggers implements MoveTriggers {

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
        PostgresqlStepTriggers triggers = triggers(move);
        steps.add(triggers.function("_o", "", ownerBody(move, words), "null"));
        steps.add(triggers.function("_p", "", partBody(move, words), "null"));
        steps.add(triggers.after(owner.table(), "_oi", "insert", words.holds(owner, "new"), "_o"));
        steps.add(triggers.after(owner.table(), "_ou", "update", words.changed(owner), "_o"));
        if (!move.unknown()) {
            take(move, owner, "_x", steps);
            take(move, part, "_y", steps);
        }
        if (move.deletesParts()) {
            steps.add(triggers.function("_d", "", deleting(words), "null"));
            steps.add(triggers.after(owner.table(), "_dd", "delete", "", "_d"));
        }
        steps.add(triggers.after(part.table(), "_pi", "insert", "", "_p"));
        steps.add(triggers.after(
                part.table(), "_pu", "update", "%s or %s".formatted(words.changed(part), words.rejoined(part)), "_p"));
        steps.add(triggers.after(part.table(), "_pd", "delete", "", "_p"));
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
                        written(words));
        return left + joined + noted(move, move.part());
    }

    /** Of a part that the trigger on owners has written, what stands for NULL is none of the owner's business. */
    private static String written(MoveWords words) {
        String echoed = words.differ("s", "new");
        String said = words.behind("s", "new");
        return said.equals(echoed)
                ? said
                : "case when pg_trigger_depth() = 1 then %s else %s end".formatted(said, echoed);
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
        steps.add(triggers(move).function(suffix, "declare other record;\n", body, "new"));
        steps.add(
                triggers(move).before(side.table(), suffix + "i", "insert", "not " + words.holds(side, "new"), suffix));
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

    @Override
    public List<Draft> drop(TableMove move) {
        PostgresqlStepTriggers triggers = triggers(move);
        List<Draft> steps = new ArrayList<>();
        for (String event : List.of("i", "u", "d")) {
            steps.add(triggers.drop(move.owner().table(), (event.equals("d") ? "_d" : "_o") + event));
            steps.add(triggers.drop(move.part().table(), "_p" + event));
        }
        if (!move.unknown()) {
            steps.add(triggers.drop(move.owner().table(), "_xi"));
            steps.add(triggers.drop(move.part().table(), "_yi"));
        }
        for (String suffix : List.of("_o", "_p", "_d", "_x", "_y")) {
            steps.add(triggers.dropFunction(suffix));
        }
        steps.add(note(move).drop("if exists "));
        return steps;
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

    private PostgresqlStepTriggers triggers(TableMove move) {
        return new PostgresqlStepTriggers(site, move.owner().table(), move.name(), move.subject());
    }
}
