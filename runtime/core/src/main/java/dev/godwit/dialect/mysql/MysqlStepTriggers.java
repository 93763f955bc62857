package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;

/**
 * Triggers on several tables on MySQL and MariaDB that keep these in step. The servers let no trigger write a table that
 * the statement behind it uses, so one that is fired by another one does nothing: it knows by a variable of the session
 * that holds when the statement began. A statement that fails leaves the variable behind, since no handler is run at a
 * deadlock, and the next statement finds it out of date.
 *
 * @param name the reserved name of what they belong to
 * @param subject what they see to, for people
 */
record MysqlStepTriggers(Site site, Identifier name, String subject) {

    /** A condition. */
    static final String ALWAYS = "true";

    private static final String NOW = "(now(6) + 0)";

    /**
     * Writes other tables.
     *
     * @param suffix of its name
     * @param event {@code insert}, {@code update}, {@code delete}
     * @param condition when, maybe {@link #ALWAYS}
     * @param action statements
     */
    Draft after(QualifiedName table, String suffix, String event, String condition, String action) {
        return create(table, suffix, "after " + event, condition, """
                set %1$s = %2$s;
                        %3$s
                        set %1$s = null;""".formatted(guard(), NOW, action));
    }

    /** Writes the row itself. */
    Draft before(QualifiedName table, String suffix, String event, String condition, String action) {
        return create(table, suffix, "before " + event, condition, action);
    }

    private Draft create(QualifiedName table, String suffix, String time, String condition, String action) {
        QualifiedName trigger = trigger(table, suffix);
        return site.writer()
                .ddl(
                        "keep %s in step %s in %s".formatted(subject, time, table),
                        """
                        create trigger %s %s on %s for each row begin
                            if not (%s <=> %s) and %s then
                                %s
                            end if;
                        end""".formatted(site.quote(trigger), time, site.quote(table), guard(), NOW, condition, action),
                        Cost.brief(table + ", brief"),
                        Catalog.once(new MysqlCatalog(site.dialect()).hasTrigger(trigger)));
    }

    Draft drop(QualifiedName table, String suffix) {
        return site.writer()
                .ddl(
                        "keep %s in step no longer".formatted(subject),
                        "drop trigger if exists " + site.quote(trigger(table, suffix)),
                        Cost.brief(table + ", brief"),
                        new Resume.Idempotent());
    }

    /** A condition before others that makes a statement fire none of them. */
    String quietly() {
        return "(%s := %s) is not null and ".formatted(guard(), NOW);
    }

    private String guard() {
        return "@" + name.text() + "_g";
    }

    private QualifiedName trigger(QualifiedName table, String suffix) {
        return table.withName(Identifier.of(name.text() + suffix));
    }
}
