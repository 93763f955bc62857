package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.Case;
import dev.godwit.dialect.phased.Kept;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.Triggers;
import dev.godwit.dialect.phased.Wording;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Triggers on PostgreSQL. One changes the row that is being written and executes no statement, so it cannot fire itself;
 * its name comes last among those of a table, so that it sees what others have made of the row. Another one notes, once
 * per session in ten seconds at most, that the version writes that is to go.
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
    public Wording words(Kept kept) {
        Set<Identifier> columns = new LinkedHashSet<>(
                site.progress().table(kept.table()).columns().keySet());
        kept.coming().forEach(column -> columns.add(column.name()));
        return new Wording(site::quote, (column, left, right) -> differs(site, column, left, right), columns);
    }

    /** Some types have no equality; their text does. */
    static String differs(Site site, Column column, String left, String right) {
        boolean byText = WITHOUT_EQUALITY.contains(site.dialect().render(column.type()))
                || column.collation().isPresent();
        String pattern = byText ? "(%s)::text collate \"C\" is distinct from (%s)::text" : "%s is distinct from %s";
        return pattern.formatted(left, right);
    }

    /** By what values are ordered: some types have no order; their text does. */
    static String ordered(Site site, Column column, String value) {
        return WITHOUT_EQUALITY.contains(site.dialect().render(column.type()))
                ? "(%s)::text collate \"C\"".formatted(value)
                : value;
    }

    @Override
    public List<Guard> guards(Kept kept) {
        PostgresqlCatalog catalog = new PostgresqlCatalog(site.dialect());
        QualifiedName table = site.progress().originOf(kept.table());
        List<Guard> guards = new ArrayList<>();
        guards.add(new Guard(
                catalog.mayNotCreateBeside(table),
                PhasedRefusals.mayNotCreateTriggers(
                        kept.subject(), "CREATE on the table's schema is missing, for their functions")));
        for (Column known : kept.known()) {
            Identifier column = site.progress().originOf(kept.table(), known.name());
            guards.add(Guard.listing(catalog.triggers(table, column), PhasedRefusals.triggersName(kept.watched())));
        }
        return guards;
    }

    @Override
    public List<Draft> create(Kept kept) {
        Wording words = words(kept);
        List<Draft> steps = new ArrayList<>();
        if (isNoted(kept, words)) {
            steps.addAll(note(kept).create());
            steps.add(ddl("create the note", noteFunction(kept), Cost.NONE));
        }
        event(kept, "insert", kept.onInsert(words), steps);
        event(kept, "update", kept.onUpdate(words), steps);
        return steps;
    }

    private static boolean isNoted(Kept kept, Wording words) {
        return Stream.concat(kept.onInsert(words).stream(), kept.onUpdate(words).stream())
                .anyMatch(Case::noted);
    }

    private void event(Kept kept, String event, List<Case> cases, List<Draft> steps) {
        List<Case> noted = cases.stream().filter(Case::noted).toList();
        if (!noted.isEmpty()) {
            String when = "(%s) and %s".formatted(either(noted), note(kept).isDue());
            steps.add(trigger(kept, event, BEFORE_LAST, when, "_n"));
        }
        List<Case> acting =
                cases.stream().filter(each -> !each.assignments().isEmpty()).toList();
        if (!acting.isEmpty()) {
            steps.add(ddl("create what sees to %s".formatted(kept.subject()), function(kept, event, cases), Cost.NONE));
            steps.add(trigger(kept, event, LAST, either(acting), suffix(event)));
        }
    }

    private Draft trigger(Kept kept, String event, String prefix, String when, String function) {
        return ddl(
                "see to %s at each %s".formatted(kept.subject(), event),
                "create trigger %s before %s on %s for each row when (%s) execute function %s()"
                        .formatted(
                                trigger(prefix, kept, suffix(event)),
                                event,
                                site.quote(kept.table()),
                                when,
                                name(kept, function)),
                Cost.brief("SHARE ROW EXCLUSIVE on " + kept.table() + ", brief"));
    }

    private PostgresqlNote note(Kept kept) {
        return new PostgresqlNote(site, kept.table(), kept.name(), kept.watched());
    }

    private String noteFunction(Kept kept) {
        return """
                create function %s() returns trigger language plpgsql security definer set search_path from current as $godwit$
                begin
                %s    return new;
                end $godwit$""".formatted(name(kept, "_n"), note(kept).written().indent(4));
    }

    private String function(Kept kept, String event, List<Case> cases) {
        String body = cases.stream()
                .map(each -> "if %s then %s".formatted(each.condition(), action(each)))
                .collect(Collectors.joining("\n    els", "    ", "\n    end if;"));
        return "create function %s() returns trigger language plpgsql as $godwit$\nbegin\n%s\n    return new;\nend $godwit$"
                .formatted(name(kept, suffix(event)), body);
    }

    /**
     * Statements after which no session goes on with what it has made of the functions: the types of columns that they
     * name have changed.
     */
    List<String> renew(Kept kept) {
        Wording words = words(kept);
        List<String> statements = new ArrayList<>();
        if (isActing(kept.onInsert(words))) {
            statements.add("alter function %s() volatile".formatted(name(kept, suffix("insert"))));
        }
        if (isActing(kept.onUpdate(words))) {
            statements.add("alter function %s() volatile".formatted(name(kept, suffix("update"))));
        }
        return statements;
    }

    private static boolean isActing(List<Case> cases) {
        return cases.stream().anyMatch(each -> !each.assignments().isEmpty());
    }

    private static String action(Case each) {
        String assignments = assignments(each.assignments());
        return each.doubt()
                .map(doubt -> "begin %s exception when data_exception then %s end;"
                        .formatted(
                                doubt.provided()
                                        .map(condition -> "if %s then %s end if;".formatted(condition, assignments))
                                        .orElse(assignments),
                                assignments(doubt.instead())))
                .orElse(assignments);
    }

    private static String assignments(List<Case.Assignment> assignments) {
        return assignments.isEmpty()
                ? "null;"
                : assignments.stream()
                        .map(assignment -> assignment.column() + " := " + assignment.value() + ";")
                        .collect(Collectors.joining(" "));
    }

    private static String either(List<Case> cases) {
        return cases.stream().map(Case::condition).collect(Collectors.joining(" or "));
    }

    @Override
    public List<Draft> drop(Kept kept) {
        return drop(kept, "");
    }

    @Override
    public List<Draft> dropIfThere(Kept kept) {
        return drop(kept, "if exists ");
    }

    private List<Draft> drop(Kept kept, String condition) {
        Wording words = words(kept);
        List<Draft> steps = new ArrayList<>();
        drop(kept, "insert", kept.onInsert(words), condition, steps);
        drop(kept, "update", kept.onUpdate(words), condition, steps);
        if (isNoted(kept, words)) {
            steps.addAll(dropNote(kept, condition));
        }
        return steps;
    }

    private void drop(Kept kept, String event, List<Case> cases, String condition, List<Draft> steps) {
        if (cases.stream().anyMatch(Case::noted)) {
            steps.add(dropTrigger(kept, event, BEFORE_LAST, condition));
        }
        if (isActing(cases)) {
            steps.add(dropTrigger(kept, event, LAST, condition));
            steps.add(ddl(
                    "drop its function",
                    "drop function %s%s()".formatted(condition, name(kept, suffix(event))),
                    Cost.NONE));
        }
    }

    private Draft dropTrigger(Kept kept, String event, String prefix, String condition) {
        return ddl(
                "see to %s no longer at each %s".formatted(kept.subject(), event),
                "drop trigger %s%s on %s"
                        .formatted(condition, trigger(prefix, kept, suffix(event)), site.quote(kept.table())),
                Cost.brief("ACCESS EXCLUSIVE on " + kept.table() + ", brief"));
    }

    private List<Draft> dropNote(Kept kept, String condition) {
        return List.of(
                ddl("drop the note", "drop function %s%s()".formatted(condition, name(kept, "_n")), Cost.NONE),
                note(kept).drop(condition));
    }

    @Override
    public Watch watch(Kept kept) {
        return note(kept).watch();
    }

    private static String suffix(String event) {
        return "_" + event.charAt(0);
    }

    private String name(Kept kept, String suffix) {
        return site.quote(kept.table().withName(identifier(kept, "", suffix)));
    }

    private String trigger(String prefix, Kept kept, String suffix) {
        return site.quote(identifier(kept, prefix, suffix));
    }

    private static Identifier identifier(Kept kept, String prefix, String suffix) {
        return Identifier.of(prefix + kept.name().text() + suffix);
    }

    private Draft ddl(String description, String sql, Cost cost) {
        return ddl(site, description, sql, cost);
    }

    static Draft ddl(Site site, String description, String sql, Cost cost) {
        return site.writer().ddl(description, sql, cost, new Resume.Transactional());
    }
}
