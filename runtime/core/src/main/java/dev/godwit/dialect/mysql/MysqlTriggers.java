package dev.godwit.dialect.mysql;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.phased.Case;
import dev.godwit.dialect.phased.Kept;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.Triggers;
import dev.godwit.dialect.phased.Wording;
import dev.godwit.dialect.standard.Catalog;
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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Triggers on MySQL and MariaDB, which change the row that is being written. The one for changed rows comes first, so that
 * no row is met that has been given its new side and can lose it. That the version writes that is to go is noted by a row
 * more, which nobody waits for, once a session in a minute.
 */
final class MysqlTriggers implements Triggers {

    private final Site site;

    MysqlTriggers(Site site) {
        this.site = site;
    }

    @Override
    public Wording words(Kept kept) {
        Set<Identifier> columns = new LinkedHashSet<>(
                site.progress().table(kept.table()).columns().keySet());
        kept.coming().forEach(column -> columns.add(column.name()));
        return new Wording(site::quote, (column, left, right) -> differs(site, column, left, right), columns);
    }

    /** Texts are the same only to the letter: what a collation takes for equal would not be brought along. */
    static String differs(Site site, Column column, String left, String right) {
        String type = site.dialect().render(column.type()).toLowerCase(Locale.ROOT);
        boolean text = type.contains("char")
                || type.contains("text")
                || type.startsWith("json") && site.dialect().kind() == DatabaseKind.MARIADB;
        String pattern = text ? "not (cast(%s as binary) <=> cast(%s as binary))" : "not (%s <=> %s)";
        return pattern.formatted(left, right);
    }

    @Override
    public List<Guard> guards(Kept kept) {
        TriggerGuards guards = new TriggerGuards(site.dialect());
        QualifiedName table = site.progress().originOf(kept.table());
        List<Guard> all = new ArrayList<>(guards.mayNotCreate(table, kept.subject()));
        for (Column known : kept.known()) {
            Identifier column = site.progress().originOf(kept.table(), known.name());
            all.add(Guard.listing(guards.triggersNaming(table, column), PhasedRefusals.triggersName(kept.watched())));
        }
        return all;
    }

    @Override
    public List<Draft> create(Kept kept) {
        Wording words = words(kept);
        List<Draft> steps = new ArrayList<>();
        steps.add(note(kept).create());
        trigger(kept, "update", kept.onUpdate(words), steps);
        trigger(kept, "insert", kept.onInsert(words), steps);
        return steps;
    }

    private void trigger(Kept kept, String event, List<Case> cases, List<Draft> steps) {
        if (cases.isEmpty()) {
            return;
        }
        QualifiedName name = name(kept, suffix(event));
        String body = cases.stream()
                .map(each -> "if %s then %s".formatted(each.condition(), action(kept, each)))
                .collect(Collectors.joining("\n    else", "    ", "\n    end if;"));
        steps.add(site.writer()
                .ddl(
                        "see to %s at each %s".formatted(kept.subject(), event),
                        "create trigger %s before %s on %s for each row begin\n%s\nend"
                                .formatted(site.quote(name), event, site.quote(kept.table()), body),
                        Cost.brief(kept.table() + ", brief"),
                        Catalog.once(new MysqlCatalog(site.dialect()).hasTrigger(name))));
    }

    private String action(Kept kept, Case each) {
        String assignments = assignments(each.assignments());
        String action = each.doubt()
                .map(doubt -> "begin declare exit handler for sqlexception begin %send; %send; "
                        .formatted(
                                assignments(doubt.instead()),
                                doubt.provided()
                                        .map(condition -> "if %s then %send if; ".formatted(condition, assignments))
                                        .orElse(assignments)))
                .orElse(assignments);
        return action + (each.noted() ? note(kept).written() : "");
    }

    private static String assignments(List<Case.Assignment> assignments) {
        return assignments.isEmpty()
                ? ""
                : assignments.stream()
                        .map(assignment -> assignment.column() + " = " + assignment.value())
                        .collect(Collectors.joining(", ", "set ", "; "));
    }

    private MysqlNote note(Kept kept) {
        return new MysqlNote(site, kept.table(), kept.name(), kept.watched());
    }

    @Override
    public List<Draft> drop(Kept kept) {
        return List.of(drop(kept, "_i"), drop(kept, "_u"), note(kept).drop());
    }

    @Override
    public List<Draft> dropIfThere(Kept kept) {
        return drop(kept);
    }

    private Draft drop(Kept kept, String suffix) {
        return site.writer()
                .ddl(
                        "see to %s no longer".formatted(kept.subject()),
                        "drop trigger if exists " + site.quote(name(kept, suffix)),
                        Cost.brief(kept.table() + ", brief"),
                        new Resume.Idempotent());
    }

    @Override
    public Watch watch(Kept kept) {
        return note(kept).watch();
    }

    private static String suffix(String event) {
        return "_" + event.charAt(0);
    }

    private static QualifiedName name(Kept kept, String suffix) {
        return kept.table().withName(Identifier.of(kept.name().text() + suffix));
    }
}
