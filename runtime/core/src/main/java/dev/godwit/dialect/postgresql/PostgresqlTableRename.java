package dev.godwit.dialect.postgresql;

import dev.godwit.change.RenameTable;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.Version;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * A table under another name, with a view under the old one, both in one transaction. What a row gets that its writer does
 * not name, keys that the database makes among it, comes from the table beneath the view.
 */
final class PostgresqlTableRename {

    /** From here on a view can be read with the rights of whoever reads it. */
    private static final Version WITH_INVOKER = new Version(15, 0);

    private final Site site;
    private final Version version;
    private final QualifiedName from;
    private final QualifiedName to;
    private final PostgresqlNameWatch watch;

    /** @throws dev.godwit.dialect.DialectException {@code GW3150} when the table moves to another schema */
    PostgresqlTableRename(Site site, Version version, RenameTable change) {
        this.site = site;
        this.version = version;
        this.from = change.from();
        this.to = change.to();
        this.watch = new PostgresqlNameWatch(site, from, to);
        if (!from.schema().equals(to.schema())) {
            throw PhasedRefusals.cannot(
                    "table %s moves to %s".formatted(from, to), "it would leave the schema in which it is looked for");
        }
    }

    Drafts drafts() {
        if (!version.isAtLeast(WITH_INVOKER)) {
            guardPolicies();
        }
        List<Draft> now = new ArrayList<>(List.of(
                ddl("rename table %s to %s".formatted(from, to), renamed(from, to)),
                ddl("let %s be seen as %s too".formatted(to, from), view()),
                ddl("grant on %s what is granted on %s".formatted(from, to), PostgresqlGrants.copied(site, to, from))));
        now.addAll(watch.create());
        List<Draft> contract = List.of(
                ddl("end to let %s be seen as %s".formatted(to, from), "drop view " + site.quote(from)),
                ddl("end to note that %s is written".formatted(from), watch.dropped()));
        Draft abandon = ddl("rename table %s back to %s".formatted(to, from), back());
        Gate gate = new Gate(List.of(), List.of(watch.watch()));
        return new Drafts(now, List.of(), true, contract, List.of(abandon), gate);
    }

    /** Columns that come later are none that the old name has to have. */
    private String view() {
        return "create view %s%s as select %s from %s"
                .formatted(
                        site.quote(from),
                        version.isAtLeast(WITH_INVOKER) ? " with (security_invoker = true)" : "",
                        site.definitions()
                                .columns(site.progress().table(from).columns().keySet()),
                        site.quote(to));
    }

    private String renamed(QualifiedName name, QualifiedName other) {
        return site.alter(name) + "rename to " + site.quote(other.name());
    }

    /** The view tells that there is something to take back. */
    private String back() {
        return """
                do $godwit$ begin
                if exists (select 1 from pg_class where oid = to_regclass(%s) and relkind = 'v') then
                    drop view %s;
                    %s;
                    %s;
                end if; end $godwit$""".formatted(
                        site.dialect().literal(site.quote(from)), site.quote(from), watch.dropped(), renamed(to, from));
    }

    private void guardPolicies() {
        site.progress()
                .guard(
                        Ref.of(from),
                        new Guard(
                                "select relrowsecurity from pg_class where oid = to_regclass(%s)"
                                        .formatted(site.dialect()
                                                .literal(site.quote(
                                                        site.progress().originOf(from)))),
                                PhasedRefusals.hasPolicies(from, site.dialect().description())));
    }

    private Draft ddl(String description, String sql) {
        return site.writer()
                .ddl(
                        description,
                        sql,
                        Cost.brief("ACCESS EXCLUSIVE on " + from + ", brief"),
                        new Resume.Transactional());
    }
}
