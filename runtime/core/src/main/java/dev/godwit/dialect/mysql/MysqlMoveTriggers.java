package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.phased.MoveTriggers;
import dev.godwit.dialect.phased.MoveWords;
import dev.godwit.dialect.phased.TableMove;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Triggers on two tables on MySQL and MariaDB, each of which writes the other table. */
final class MysqlMoveTriggers implements MoveTriggers {

    private static final String BEFORE_INSERT = "before insert";

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
        steps.add(trigger(move, part, "insert", MysqlStepTriggers.ALWAYS, join(words)));
        steps.add(trigger(move, part, "delete", MysqlStepTriggers.ALWAYS, leave("old", words)));
        steps.add(trigger(move, owner, "update", changed(words, owner, false), follow(move, words)));
        steps.add(trigger(move, owner, "insert", words.holds(owner, "new"), follow(move, words)));
        if (move.deletesParts()) {
            steps.add(trigger(move, owner, "delete", MysqlStepTriggers.ALWAYS, delete(words, "old")));
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
        return triggers(move)
                .before(
                        side.table(),
                        suffix(move, side, BEFORE_INSERT),
                        "insert",
                        "not " + words.holds(side, "new"),
                        "set %s;".formatted(assignments));
    }

    private static String changed(MoveWords words, MoveSide side, boolean rejoined) {
        return "(%s%s)".formatted(words.changed(side), rejoined ? " or " + words.rejoined(side) : "");
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
        String noted = side.leaves() ? " " + note(move).written() : "";
        return triggers(move).after(side.table(), suffix(move, side, event), event, condition, action + noted);
    }

    @Override
    public List<Draft> drop(TableMove move) {
        List<Draft> steps = new ArrayList<>();
        for (String event : List.of("insert", "update", "delete", BEFORE_INSERT)) {
            for (MoveSide side : List.of(move.owner(), move.part())) {
                steps.add(triggers(move).drop(side.table(), suffix(move, side, event)));
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
        return triggers(move).quietly();
    }

    private MysqlNote note(TableMove move) {
        return new MysqlNote(
                site, move.owner().table(), move.name(), move.leaving().subject());
    }

    private MysqlStepTriggers triggers(TableMove move) {
        return new MysqlStepTriggers(site, move.name(), move.subject());
    }

    private static String suffix(TableMove move, MoveSide side, String event) {
        return (side.equals(move.owner()) ? "_o" : "_p") + event.charAt(0);
    }
}
