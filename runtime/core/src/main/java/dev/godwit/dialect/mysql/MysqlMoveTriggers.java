package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.phased.MoveTriggers;
import dev.godwit.dialect.phased.MoveWords;
import dev.godwit.dialect.phased.TableMove;
import dev.godwit.dialect.standard.Catalog;
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
import java.util.stream.Collectors;

/**
 * Triggers on two tables on MySQL and MariaDB, each of which writes the other table. The servers let no trigger write a
 * table that the statement behind it uses, so one that is fired by the other one does nothing: it knows by a variable of
 * the session that holds when the statement began. A statement that fails leaves the variable behind, since no handler is
 * run at a deadlock, and the next statement finds it out of date.
 */
final class MysqlMoveTriggers implements MoveTriggers {

    private static final String NOW = "(now(6) + 0)";

    private final Site site;

    MysqlMoveTriggers(Site site) {
        this.site = site;
    }

    @Override
    public MoveWords words(TableMove move) {
        return new MoveWords(
                move,
                site::quote,
                site::quote,
                (column, left, right) -> MysqlTriggers.differs(site, column, left, right));
    }

    @Override
    public List<Guard> guards(TableMove move) {
        refuseCascades(move);
        return new MoveGuards(site)
                .of(
                        move.subject(),
                        List.of(move.owner().table(), move.part().table()),
                        move.leaving().known());
    }

    /** Rows that a foreign key deletes or empties fire no trigger: their owners would keep what is gone. */
    private void refuseCascades(TableMove move) {
        QualifiedName parts = move.part().table();
        QualifiedName owners = move.owner().table();
        refuseCascades(move, parts, owners);
        if (move.deletesParts()) {
            refuseCascades(move, owners, parts);
        }
    }

    private void refuseCascades(TableMove move, QualifiedName table, QualifiedName other) {
        new MoveGuards(site)
                .refuseCascades(
                        "values move between %s and %s"
                                .formatted(move.owner().table(), move.part().table()),
                        table,
                        key -> !key.referencedTable().equals(other),
                        other.toString());
    }

    /**
     * A new row takes what it does not state before others follow it: without that its counterpart would lose what it
     * holds. So what lets it take comes first and goes last.
     */
    @Override
    public List<Draft> create(TableMove move) {
        MoveWords words = words(move);
        MoveSide owner = move.owner();
        MoveSide part = move.part();
        List<Draft> steps = new ArrayList<>();
        steps.add(note(move).create());
        if (!move.unknown()) {
            steps.add(take(move, owner));
            steps.add(take(move, part));
        }
        steps.add(trigger(move, part, "update", changed(words, part, true), leave(move, words) + join(words)));
        steps.add(trigger(move, part, "insert", "", join(words)));
        steps.add(trigger(move, part, "delete", "", leave("old", words)));
        steps.add(trigger(move, owner, "update", changed(words, owner, false), follow(move, words)));
        steps.add(trigger(move, owner, "insert", " and " + words.holds(owner, "new"), follow(move, words)));
        if (move.deletesParts()) {
            steps.add(trigger(move, owner, "delete", "", delete(words, "old")));
        }
        return steps;
    }

    /** A new row whose writer does not state the values has those of its counterpart, which may have been there before. */
    private Draft take(TableMove move, MoveSide side) {
        MoveWords words = words(move);
        String assignments = words.taken(side, "o").entrySet().stream()
                .map(each -> "%s = coalesce((select %s %s for update), %s)"
                        .formatted(each.getKey(), each.getValue(), words.counterpart(side, "o"), each.getKey()))
                .collect(Collectors.joining(", "));
        QualifiedName name = side.table().withName(Identifier.of(base(move, side) + "b"));
        return site.writer()
                .ddl(
                        "let new rows of %s be in step".formatted(side.table()),
                        """
                        create trigger %s before insert on %s for each row begin
                            if not (%s <=> %s) and not %s then
                                set %s;
                            end if;
                        end""".formatted(
                                        site.quote(name),
                                        site.quote(side.table()),
                                        guard(move),
                                        NOW,
                                        words.holds(side, "new"),
                                        assignments),
                        Cost.brief(side.table() + ", brief"),
                        Catalog.once(new MysqlCatalog(site.dialect()).hasTrigger(name)));
    }

    private static String changed(MoveWords words, MoveSide side, boolean rejoined) {
        return " and (%s%s)".formatted(words.changed(side), rejoined ? " or " + words.rejoined(side) : "");
    }

    /** What an owner's part is to hold. */
    private static String follow(TableMove move, MoveWords words) {
        String update =
                "update %s t set %s where %s;".formatted(words.parts(), words.toPart("new"), words.joined("new", "t"));
        if (!move.followsByNewPart()) {
            return update;
        }
        return "if %s then insert into %s (%s) values (%s) on duplicate key update %s; else %s end if;"
                .formatted(
                        words.holds(move.owner(), "new"),
                        words.parts(),
                        words.partColumns(),
                        words.made("new"),
                        words.toPart("new"),
                        move.emptiesByDelete() ? delete(words, "new") : update);
    }

    private static String delete(MoveWords words, String owner) {
        return "delete from %s where %s;".formatted(words.parts(), words.joined(owner, words.parts()));
    }

    /** Written even where it says the same already: a fill that holds the owner has read the part as it was before. */
    private static String join(MoveWords words) {
        return "update %s s set %s where %s;".formatted(words.owners(), words.toOwner("new"), words.joined("s", "new"));
    }

    private static String leave(TableMove move, MoveWords words) {
        return "if %s then %s end if; ".formatted(words.rejoined(move.part()), leave("old", words));
    }

    private static String leave(String part, MoveWords words) {
        return "update %s s set %s where %s;".formatted(words.owners(), words.emptyOwner(), words.joined("s", part));
    }

    private Draft trigger(TableMove move, MoveSide side, String event, String condition, String action) {
        QualifiedName name = name(move, side, event);
        String guard = guard(move);
        return site.writer()
                .ddl(
                        "keep %s in step at each %s in %s".formatted(move.subject(), event, side.table()),
                        """
                        create trigger %s after %s on %s for each row begin
                            if not (%s <=> %s)%s then
                                set %s = %s;
                                %s%s
                                set %s = null;
                            end if;
                        end""".formatted(
                                        site.quote(name),
                                        event,
                                        site.quote(side.table()),
                                        guard,
                                        NOW,
                                        condition,
                                        guard,
                                        NOW,
                                        action,
                                        side.leaves() ? " " + note(move).written() : "",
                                        guard),
                        Cost.brief(side.table() + ", brief"),
                        Catalog.once(new MysqlCatalog(site.dialect()).hasTrigger(name)));
    }

    private static String guard(TableMove move) {
        return "@" + move.name().text() + "_g";
    }

    @Override
    public List<Draft> drop(TableMove move) {
        List<Draft> steps = new ArrayList<>();
        for (String event : List.of("insert", "update", "delete", "before insert")) {
            for (MoveSide side : List.of(move.owner(), move.part())) {
                steps.add(site.writer()
                        .ddl(
                                "keep %s in step no longer".formatted(move.subject()),
                                "drop trigger if exists " + site.quote(name(move, side, event)),
                                Cost.brief(side.table() + ", brief"),
                                new Resume.Idempotent()));
            }
        }
        steps.add(note(move).drop());
        return steps;
    }

    @Override
    public Watch watch(TableMove move) {
        return note(move).watch();
    }

    @Override
    public String lock() {
        return "for update";
    }

    @Override
    public String quietly(TableMove move) {
        return "(%s := %s) is not null and ".formatted(guard(move), NOW);
    }

    private MysqlNote note(TableMove move) {
        return new MysqlNote(
                site, move.owner().table(), move.name(), move.leaving().subject());
    }

    private static QualifiedName name(TableMove move, MoveSide side, String event) {
        return side.table().withName(Identifier.of(base(move, side) + event.charAt(0)));
    }

    private static String base(TableMove move, MoveSide side) {
        return move.name().text() + (side.equals(move.owner()) ? "_o" : "_p");
    }
}
