package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.Hierarchy;
import dev.godwit.dialect.phased.Hierarchy.Part;
import dev.godwit.dialect.phased.HierarchyTriggers;
import dev.godwit.dialect.phased.HierarchyWords;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Triggers on the tables of a hierarchy on MySQL and MariaDB: the one of the root writes the others, and each of these the
 * root's.
 */
final class MysqlHierarchyTriggers implements HierarchyTriggers {

    private static final int OWNER = -1;

    private final Site site;

    MysqlHierarchyTriggers(Site site) {
        this.site = site;
    }

    @Override
    public HierarchyWords words(Hierarchy hierarchy) {
        return new HierarchyWords(
                hierarchy,
                site::quote,
                site::quote,
                (column, left, right) -> MysqlTriggers.differs(site, column, left, right));
    }

    @Override
    public List<Guard> guards(Hierarchy hierarchy) {
        refuseCascades(hierarchy);
        return new MoveGuards(site).of(hierarchy.subject(), hierarchy.tables(), hierarchy.known());
    }

    /** Rows that a foreign key deletes fire no trigger: their owners would keep what is gone. */
    private void refuseCascades(Hierarchy hierarchy) {
        List<QualifiedName> tables = hierarchy.tables();
        hierarchy
                .parts()
                .forEach(part ->
                        refuseCascades(hierarchy, part.table(), key -> !tables.contains(key.referencedTable())));
        if (hierarchy.deletesParts()) {
            refuseCascades(hierarchy, hierarchy.owner(), key -> true);
        }
    }

    private void refuseCascades(Hierarchy hierarchy, QualifiedName table, Predicate<ForeignKey> asked) {
        new MoveGuards(site)
                .refuseCascades("values move between " + hierarchy.subject(), table, asked, "the other tables");
    }

    @Override
    public List<Draft> create(Hierarchy hierarchy) {
        HierarchyWords words = words(hierarchy);
        QualifiedName owner = hierarchy.owner();
        List<Draft> steps = new ArrayList<>();
        steps.add(note(hierarchy).create());
        for (int i = 0; i < hierarchy.parts().size(); i++) {
            Part part = hierarchy.parts().get(i);
            String left = left(part, words);
            String joined = joined(part, words);
            String moved = "if %s then %s end if; ".formatted(words.rejoined(part), left);
            boolean leaves = !hierarchy.splits();
            steps.add(trigger(
                    hierarchy,
                    part.table(),
                    i,
                    "update",
                    "(%s)".formatted(words.changed(part)),
                    moved + joined,
                    leaves));
            steps.add(trigger(hierarchy, part.table(), i, "insert", MysqlStepTriggers.ALWAYS, joined, leaves));
            steps.add(trigger(hierarchy, part.table(), i, "delete", MysqlStepTriggers.ALWAYS, left, leaves));
        }
        String made = made(hierarchy, words);
        steps.add(trigger(
                hierarchy,
                owner,
                OWNER,
                "update",
                "%s is not null and (%s)".formatted(words.kind("new"), words.changed()),
                made + gone(hierarchy, words),
                hierarchy.splits()));
        steps.add(trigger(hierarchy, owner, OWNER, "insert", hierarchy.kinds().oneOf("new"), made, hierarchy.splits()));
        if (hierarchy.deletesParts()) {
            steps.add(trigger(
                    hierarchy, owner, OWNER, "delete", MysqlStepTriggers.ALWAYS, deleted(hierarchy, words), false));
        }
        return steps;
    }

    /** The parts that an owner is to have, and what they are to hold. */
    private static String made(Hierarchy hierarchy, HierarchyWords words) {
        StringBuilder made = new StringBuilder();
        hierarchy
                .parts()
                .forEach(part ->
                        made.append("if %s then insert into %s (%s) values (%s) on duplicate key update %s; end if; "
                                .formatted(
                                        words.has(part, "new"),
                                        words.rows(part),
                                        words.columns(part),
                                        words.made(part, "new"),
                                        words.toPart(part, "new"))));
        return made.toString();
    }

    /** The parts that an owner of another kind has no longer. */
    private static String gone(Hierarchy hierarchy, HierarchyWords words) {
        StringBuilder gone = new StringBuilder("if %s then ".formatted(words.kindChanges()));
        hierarchy
                .upwards()
                .forEach(part -> gone.append("if not %s then delete from %s where %s; end if; "
                        .formatted(
                                words.has(part, "new"),
                                words.rows(part),
                                words.joined(part, "new", words.rows(part)))));
        return gone.append("end if; ").toString();
    }

    private static String deleted(Hierarchy hierarchy, HierarchyWords words) {
        StringBuilder deleted = new StringBuilder();
        hierarchy
                .upwards()
                .forEach(part -> deleted.append("delete from %s where %s; "
                        .formatted(words.rows(part), words.joined(part, "old", words.rows(part)))));
        return deleted.toString();
    }

    /** Written even where it says the same already: a fill that holds the owner has read the part as it was before. */
    private static String joined(Part part, HierarchyWords words) {
        String became = "update %s s set %s where %s and %s; "
                .formatted(
                        words.owners(), words.fromParts("s"), words.joined(part, "s", "new"), words.hasNot(part, "s"));
        return part.values().isEmpty()
                ? became
                : became
                        + "update %s s set %s where %s and %s; "
                                .formatted(
                                        words.owners(),
                                        words.toOwner(part, "new"),
                                        words.joined(part, "s", "new"),
                                        words.has(part, "s"));
    }

    private static String left(Part part, HierarchyWords words) {
        return "update %s s set %s where %s and %s; "
                .formatted(
                        words.owners(),
                        words.fromParts("s"),
                        words.joined(part, "s", "old"),
                        words.stillHas(part, "s"));
    }

    private Draft trigger(
            Hierarchy hierarchy,
            QualifiedName table,
            int part,
            String event,
            String condition,
            String action,
            boolean noted) {
        String and = noted ? " " + note(hierarchy).written() : "";
        return triggers(hierarchy).after(table, suffix(part, event), event, condition, action + and);
    }

    @Override
    public List<Draft> drop(Hierarchy hierarchy) {
        List<Draft> steps = new ArrayList<>();
        List<QualifiedName> tables = hierarchy.tables();
        for (int i = 0; i < tables.size(); i++) {
            QualifiedName table = tables.get(i);
            for (String event : List.of("insert", "update", "delete")) {
                steps.add(triggers(hierarchy).drop(table, suffix(i + OWNER, event)));
            }
        }
        steps.add(note(hierarchy).drop());
        return steps;
    }

    @Override
    public Watch watch(Hierarchy hierarchy) {
        return note(hierarchy).watch();
    }

    @Override
    public String lock() {
        return "for update";
    }

    @Override
    public String quietly(Hierarchy hierarchy) {
        return triggers(hierarchy).quietly();
    }

    private MysqlNote note(Hierarchy hierarchy) {
        return new MysqlNote(site, hierarchy.owner(), hierarchy.name(), hierarchy.leaving());
    }

    private MysqlStepTriggers triggers(Hierarchy hierarchy) {
        return new MysqlStepTriggers(site, hierarchy.name(), hierarchy.subject());
    }

    private static String suffix(int part, String event) {
        return (part == OWNER ? "_o" : "_p" + part) + event.charAt(0);
    }
}
