package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;

/**
 * Notes, once a session in a minute at most, that the version writes that is to go: by a row more in a table, which
 * nobody waits for.
 *
 * @param beside a table in whose database it stands
 * @param name the reserved name of what it belongs to
 * @param watched what the version writes that is to go, for people
 */
record MysqlNote(Site site, QualifiedName beside, Identifier name, String watched) {

    Draft create() {
        return site.writer()
                .ddl(
                        "create what notes that %s is written".formatted(watched),
                        """
                        create table %s (id bigint not null auto_increment primary key, at bigint not null, index (at)) \
                        engine=InnoDB""".formatted(site.quote(table())),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasTable(table())));
    }

    /** Statements of a trigger that note it. */
    String written() {
        return """
                if @%1$s is null or @%1$s <> unix_timestamp() div 60 then set @%1$s = unix_timestamp() div 60; \
                insert into %2$s (at) values (unix_timestamp()); end if;""".formatted(name.text(), site.quote(table()));
    }

    Draft drop() {
        return site.writer()
                .ddl(
                        "note no longer that %s is written".formatted(watched),
                        "drop table if exists " + site.quote(table()),
                        Cost.NONE,
                        new Resume.Idempotent());
    }

    Watch watch() {
        return new Watch(watched, "select unix_timestamp() - max(at) from " + site.quote(table()));
    }

    private QualifiedName table() {
        return beside.withName(Identifier.of(name.text() + "_n"));
    }
}
