package dev.godwit.dialect.mysql;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.phased.Difference;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.Side;
import dev.godwit.dialect.phased.StepText;
import dev.godwit.dialect.phased.Triggers;
import dev.godwit.dialect.phased.Twins;
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
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Keeps columns in step on MySQL and MariaDB, by a trigger for new rows and one for changed ones; they change the row that
 * is being written. The one for changed rows comes first, so that no row is met that has been given its new side and can
 * lose it. That the old side is written is noted by a row more, which nobody waits for, once a session in a minute.
 */
final class MysqlTriggers implements Triggers {

    private final Site site;

    MysqlTriggers(Site site) {
        this.site = site;
    }

    @Override
    public List<Guard> guards(Twins twins) {
        TriggerGuards guards = new TriggerGuards(site.dialect());
        QualifiedName table = site.progress().originOf(twins.table());
        List<Guard> all = new ArrayList<>();
        all.add(new Guard(
                guards.privilegeMissing(table),
                PhasedRefusals.mayNotCreateTriggers(twins, "TRIGGER on the table is missing")));
        all.add(
                new Guard(
                        guards.superMissing(),
                        PhasedRefusals.mayNotCreateTriggers(
                                twins,
                                "the server writes a binary log and wants SUPER for that, unless log_bin_trust_function_creators is on")));
        for (Side side : twins.old()) {
            Identifier column =
                    site.progress().originOf(twins.table(), side.column().name());
            all.add(Guard.listing(guards.triggersNaming(table, column), PhasedRefusals.triggersName(twins)));
        }
        return all;
    }

    @Override
    public List<Draft> create(Twins twins) {
        StepText text = new StepText(site, twins, difference());
        String table = site.quote(notes(twins));
        Draft note = site.writer()
                .ddl(
                        "create what notes that %s is written".formatted(twins.watched()),
                        """
                        create table %s (id bigint not null auto_increment primary key, at bigint not null, index (at)) \
                        engine=InnoDB""".formatted(table),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasTable(notes(twins))));
        String written = """
                if @%1$s is null or @%1$s <> unix_timestamp() div 60 then
                            set @%1$s = unix_timestamp() div 60;
                            insert into %2$s (at) values (unix_timestamp());
                        end if;""".formatted(twins.name().text(), table);
        return List.of(
                note,
                trigger(twins, "_u", "update", """
                        if %s then
                                %s
                                %s
                            elseif %s then
                                %s
                            end if;""".formatted(
                                text.changed(twins.old()),
                                follow(text, twins.fresh()),
                                written,
                                text.strays(),
                                follow(text, twins.old()))),
                trigger(twins, "_i", "insert", """
                        if %s then
                                %s
                                %s
                            elseif %s then
                                %s
                            else
                                %s
                            end if;""".formatted(
                                text.stated(twins.old()),
                                follow(text, twins.fresh()),
                                written,
                                text.stated(twins.fresh()),
                                follow(text, twins.old()),
                                follow(text, twins.fresh()))));
    }

    private Draft trigger(Twins twins, String suffix, String event, String body) {
        QualifiedName name = name(twins, suffix);
        return site.writer()
                .ddl(
                        "keep %s in step at each %s".formatted(twins.subject(), event),
                        "create trigger %s before %s on %s for each row begin\n    %s\nend"
                                .formatted(site.quote(name), event, site.quote(twins.table()), body),
                        Cost.brief(twins.table() + ", brief"),
                        Catalog.once(hasTrigger(name)));
    }

    private String hasTrigger(QualifiedName name) {
        return "exists (select 1 from information_schema.triggers where trigger_schema = %s and trigger_name = %s)"
                .formatted(
                        name.catalog()
                                .map(catalog ->
                                        site.dialect().literal(site.dialect().catalogName(catalog)))
                                .orElse("database()"),
                        site.dialect().literal(name.name().text()));
    }

    private static String follow(StepText text, List<Side> sides) {
        return sides.stream()
                .map(side -> text.in("new", side) + " = " + text.value("new", side))
                .collect(Collectors.joining(", ", "set ", ";"));
    }

    @Override
    public List<Draft> drop(Twins twins) {
        return List.of(drop(twins, "trigger", "_i"), drop(twins, "trigger", "_u"), drop(twins, "table", "_n"));
    }

    @Override
    public List<Draft> dropIfThere(Twins twins) {
        return drop(twins);
    }

    private Draft drop(Twins twins, String kind, String suffix) {
        return site.writer()
                .ddl(
                        "end to keep %s in step".formatted(twins.subject()),
                        "drop %s if exists %s".formatted(kind, site.quote(name(twins, suffix))),
                        Cost.brief(twins.table() + ", brief"),
                        new Resume.Idempotent());
    }

    @Override
    public Watch watch(Twins twins) {
        return new Watch(twins.watched(), "select unix_timestamp() - max(at) from " + site.quote(notes(twins)));
    }

    /** Texts are the same only to the letter: what a collation takes for equal would not be brought along. */
    @Override
    public Difference difference() {
        return (side, left, right) -> {
            String type = site.dialect().render(side.column().type()).toLowerCase(Locale.ROOT);
            boolean text = type.contains("char")
                    || type.contains("text")
                    || type.startsWith("json") && site.dialect().kind() == DatabaseKind.MARIADB;
            String pattern = text ? "not (cast(%s as binary) <=> cast(%s as binary))" : "not (%s <=> %s)";
            return pattern.formatted(left, right);
        };
    }

    private static QualifiedName notes(Twins twins) {
        return name(twins, "_n");
    }

    private static QualifiedName name(Twins twins, String suffix) {
        return twins.table().withName(Identifier.of(twins.name().text() + suffix));
    }
}
