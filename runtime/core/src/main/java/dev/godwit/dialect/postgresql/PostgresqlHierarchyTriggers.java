package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.Hierarchy;
import dev.godwit.dialect.phased.Hierarchy.Part;
import dev.godwit.dialect.phased.HierarchyTriggers;
import dev.godwit.dialect.phased.HierarchyWords;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers on the tables of a hierarchy on PostgreSQL: the one of the root writes the others, and each of these the root's,
 * only where it says something else, so that what one fires ends with the first echo.
 */
final class PostgresqlHierarchyTriggers implements HierarchyTriggers {

    private static final String CHANGED = "declare changed boolean := false;\n";

    private final Site site;

    PostgresqlHierarchyTriggers(Site site) {
        this.site = site;
    }

    @Override
    public HierarchyWords words(Hierarchy hierarchy) {
        return new HierarchyWords(
                hierarchy,
                site::quote,
                site::quote,
                (column, left, right) -> PostgresqlTriggers.differs(site, column, left, right));
    }

    @Override
    public List<Guard> guards(Hierarchy hierarchy) {
        return new PostgresqlMoveGuards(site).of(hierarchy.subject(), hierarchy.owner(), hierarchy.known());
    }

    @Override
    public List<Draft> create(Hierarchy hierarchy) {
        HierarchyWords words = words(hierarchy);
        QualifiedName owner = hierarchy.owner();
        List<Draft> steps = new ArrayList<>(note(hierarchy).create());
        PostgresqlStepTriggers triggers = triggers(hierarchy);
        steps.add(triggers.function("_o", CHANGED, ownerBody(hierarchy, words), "null"));
        steps.add(triggers.after(owner, "_i", "insert", hierarchy.kinds().oneOf("new"), "_o"));
        steps.add(triggers.after(owner, "_u", "update", words.changed(), "_o"));
        if (hierarchy.deletesParts()) {
            steps.add(triggers.function("_d", "", deleting(hierarchy, words, "old"), "null"));
            steps.add(triggers.after(owner, "_d", "delete", "", "_d"));
        }
        for (int i = 0; i < hierarchy.parts().size(); i++) {
            Part part = hierarchy.parts().get(i);
            String function = "_p" + i;
            steps.add(triggers.function(function, CHANGED, partBody(hierarchy, part, words), "null"));
            steps.add(triggers.after(part.table(), "_i", "insert", "", function));
            steps.add(triggers.after(part.table(), "_u", "update", words.changed(part), function));
            steps.add(triggers.after(part.table(), "_d", "delete", "", function));
        }
        return steps;
    }

    /** A row of no kind is one whose writer goes on to say it in another table. */
    private String ownerBody(Hierarchy hierarchy, HierarchyWords words) {
        StringBuilder body =
                new StringBuilder("if %s is null then return null; end if;\n".formatted(words.kind("new")));
        for (Part part : hierarchy.parts()) {
            body.append("""
                    if %s and not exists (select 1 from %s t where %s and not %s) then
                        insert into %s as t (%s) values (%s) on conflict (%s) do %s;
                        changed := true;
                    end if;
                    """.formatted(
                            words.has(part, "new"),
                            words.rows(part),
                            words.joined(part, "new", "t"),
                            words.differ(part, "new", "t"),
                            words.rows(part),
                            words.columns(part),
                            words.made(part, "new"),
                            words.key(part),
                            part.values().isEmpty() ? "nothing" : "update set " + words.toPart(part, "new")));
        }
        StringBuilder gone = new StringBuilder();
        for (Part part : hierarchy.upwards()) {
            gone.append("if not %s then\n    delete from %s t where %s;\n    changed := changed or found;\nend if;\n"
                    .formatted(words.has(part, "new"), words.rows(part), words.joined(part, "new", "t")));
        }
        body.append("if tg_op = 'UPDATE' and %s then\n%send if;\n"
                .formatted(words.kindChanges(), gone.toString().indent(4)));
        if (hierarchy.splits()) {
            body.append(noted(hierarchy, "changed"));
        }
        return body.toString();
    }

    private static String deleting(Hierarchy hierarchy, HierarchyWords words, String owner) {
        StringBuilder body = new StringBuilder();
        hierarchy
                .upwards()
                .forEach(part -> body.append(
                        "delete from %s t where %s;\n".formatted(words.rows(part), words.joined(part, owner, "t"))));
        return body.toString();
    }

    /** The owner is locked before it is looked at: a fill that holds it has read the part as it was before. */
    private String partBody(Hierarchy hierarchy, Part part, HierarchyWords words) {
        String left = """
                if tg_op = 'DELETE' or tg_op = 'UPDATE' and (%s) then
                    perform 1 from %s s where %s for no key update;
                    update %s s set %s where %s and %s;
                    changed := found;
                end if;
                """.formatted(
                        words.rejoined(part),
                        words.owners(),
                        words.joined(part, "s", "old"),
                        words.owners(),
                        words.fromParts("s"),
                        words.joined(part, "s", "old"),
                        words.stillHas(part, "s"));
        String joined = """
                if tg_op <> 'DELETE' then
                    perform 1 from %s s where %s for no key update;
                    update %s s set %s where %s and %s;
                    changed := changed or found;
                %send if;
                """.formatted(
                        words.owners(),
                        words.joined(part, "s", "new"),
                        words.owners(),
                        words.fromParts("s"),
                        words.joined(part, "s", "new"),
                        words.hasNot(part, "s"),
                        part.values().isEmpty() ? "" : updated(part, words).indent(4));
        return left + joined + (hierarchy.splits() ? "" : noted(hierarchy, "changed"));
    }

    private static String updated(Part part, HierarchyWords words) {
        return """
                if not found then
                    update %s s set %s where %s and %s;
                    changed := changed or found;
                end if;
                """.formatted(
                        words.owners(),
                        words.toOwner(part, "new"),
                        words.joined(part, "s", "new"),
                        words.differ(part, "s", "new"));
    }

    /** What has not changed the other side was an echo. */
    private String noted(Hierarchy hierarchy, String condition) {
        return "if %s and %s then\n%send if;\n"
                .formatted(
                        condition,
                        note(hierarchy).isDue(),
                        note(hierarchy).written().indent(4));
    }

    @Override
    public List<Draft> drop(Hierarchy hierarchy) {
        PostgresqlStepTriggers triggers = triggers(hierarchy);
        List<Draft> steps = new ArrayList<>();
        for (QualifiedName table : hierarchy.tables()) {
            for (String suffix : List.of("_i", "_u", "_d")) {
                steps.add(triggers.drop(table, suffix));
            }
        }
        steps.add(triggers.dropFunction("_o"));
        steps.add(triggers.dropFunction("_d"));
        for (int i = 0; i < hierarchy.parts().size(); i++) {
            steps.add(triggers.dropFunction("_p" + i));
        }
        steps.add(note(hierarchy).drop("if exists "));
        return steps;
    }

    @Override
    public Watch watch(Hierarchy hierarchy) {
        return note(hierarchy).watch();
    }

    @Override
    public String lock() {
        return "for no key update";
    }

    @Override
    public String quietly(Hierarchy hierarchy) {
        return "";
    }

    private PostgresqlNote note(Hierarchy hierarchy) {
        return new PostgresqlNote(site, hierarchy.owner(), hierarchy.name(), hierarchy.leaving());
    }

    private PostgresqlStepTriggers triggers(Hierarchy hierarchy) {
        return new PostgresqlStepTriggers(site, hierarchy.owner(), hierarchy.name(), hierarchy.subject());
    }
}
