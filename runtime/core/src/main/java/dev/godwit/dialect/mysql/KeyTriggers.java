package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Resume;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Triggers that do what a foreign key does: a row that refers to none is refused, and a row that is referred to is kept or
 * takes the others with it. They lock as a foreign key locks, and fail with its errors.
 */
final class KeyTriggers {

    private static final String REFUSED = "signal sqlstate '23000' set mysql_errno = %d, message_text = %s";

    private final Site site;
    private final QualifiedName table;
    private final ForeignKey key;

    KeyTriggers(Site site, QualifiedName table, ForeignKey key) {
        this.site = site;
        this.table = table;
        this.key = key;
    }

    /** @param event after which it fires */
    private record Trigger(QualifiedName name, String event, QualifiedName on, String body) {}

    private List<Trigger> all() {
        QualifiedName parent = key.referencedTable();
        return List.of(
                new Trigger(name(table, "i"), "insert", table, insert()),
                new Trigger(name(table, "u"), "update", table, update()),
                new Trigger(name(parent, "d"), "delete", parent, delete()),
                new Trigger(name(parent, "p"), "update", parent, keep()));
    }

    List<Draft> create() {
        List<Draft> steps = new ArrayList<>();
        for (Trigger trigger : all()) {
            steps.add(site.writer()
                    .ddl(
                            "let a trigger stand in for foreign key %s at each %s of %s"
                                    .formatted(key.name(), trigger.event(), trigger.on()),
                            "create trigger %s after %s on %s for each row begin\n    %s;\nend"
                                    .formatted(
                                            site.quote(trigger.name()),
                                            trigger.event(),
                                            site.quote(trigger.on()),
                                            trigger.body()),
                            Cost.brief(trigger.on() + ", brief"),
                            Catalog.once(new MysqlCatalog(site.dialect()).hasTrigger(trigger.name()))));
        }
        return steps;
    }

    List<Draft> drop() {
        List<Draft> steps = new ArrayList<>();
        for (Trigger trigger : all()) {
            steps.add(site.writer()
                    .ddl(
                            "stand in for foreign key %s no longer".formatted(key.name()),
                            "drop trigger if exists " + site.quote(trigger.name()),
                            Cost.brief(trigger.on() + ", brief"),
                            new Resume.Idempotent()));
        }
        return steps;
    }

    private QualifiedName name(QualifiedName on, String suffix) {
        Identifier name = PhaseNames.of(table, "foreign key " + key.name(), key.name());
        return on.withName(Identifier.of(name.text() + "_" + suffix));
    }

    private String insert() {
        return "if %s and %s then %s; end if"
                .formatted(stated(), missing(), refused(1452, "add or update a child row"));
    }

    private String update() {
        String changed = each(key.columns(), column -> "not (new.%1$s <=> old.%1$s)".formatted(column), " or ");
        return "if (%s) and %s and %s then %s; end if"
                .formatted(changed, stated(), missing(), refused(1452, "add or update a child row"));
    }

    private String stated() {
        return each(key.columns(), column -> "new.%s is not null".formatted(column), " and ");
    }

    private String missing() {
        return "not exists (select 1 from %s where %s lock in share mode)"
                .formatted(
                        site.quote(key.referencedTable()),
                        IntStream.range(0, key.columns().size())
                                .mapToObj(i -> "%s = new.%s"
                                        .formatted(
                                                site.quote(
                                                        key.referencedColumns().get(i)),
                                                site.quote(key.columns().get(i))))
                                .collect(Collectors.joining(" and ")));
    }

    private String delete() {
        String child = site.quote(table);
        if (key.onDelete() == Action.CASCADE) {
            return "delete from %s where %s".formatted(child, refers());
        }
        if (key.onDelete() == Action.SET_NULL) {
            return "update %s set %s where %s"
                    .formatted(child, each(key.columns(), column -> column + " = null", ", "), refers());
        }
        return "if %s then %s; end if".formatted(referred(), refused(1451, "delete or update a parent row"));
    }

    private String keep() {
        String changed =
                each(key.referencedColumns(), column -> "not (new.%1$s <=> old.%1$s)".formatted(column), " or ");
        return "if (%s) and %s then %s; end if"
                .formatted(changed, referred(), refused(1451, "delete or update a parent row"));
    }

    private String referred() {
        return "exists (select 1 from %s where %s lock in share mode)".formatted(site.quote(table), refers());
    }

    private String refers() {
        return IntStream.range(0, key.columns().size())
                .mapToObj(i -> "%s = old.%s"
                        .formatted(
                                site.quote(key.columns().get(i)),
                                site.quote(key.referencedColumns().get(i))))
                .collect(Collectors.joining(" and "));
    }

    private String refused(int error, String what) {
        String text =
                "Cannot %s: a foreign key constraint fails (%s, seen to by a trigger)".formatted(what, key.name());
        return REFUSED.formatted(error, site.dialect().literal(text));
    }

    private String each(List<Identifier> columns, java.util.function.UnaryOperator<String> written, String separator) {
        return columns.stream().map(site::quote).map(written).collect(Collectors.joining(separator));
    }
}
