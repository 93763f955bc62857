package dev.godwit.dialect.mariadb;

import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.phased.SequenceTwin;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Resume;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/**
 * A sequence under another name. No two names can mean one sequence, so the new version draws its numbers from one of its
 * own, far beyond those that the old one will reach meanwhile.
 */
final class MariadbSequenceRename {

    private final Site site;
    private final SequenceTwin twin;

    MariadbSequenceRename(Site site, RenameSequence change) {
        this.site = site;
        this.twin = SequenceTwin.of(site, change);
    }

    Drafts drafts() {
        List<Draft> now = List.of(
                ddl(
                        "create sequence %s beside %s".formatted(twin.to(), twin.from()),
                        site.definitions().createSequence(twin.sequence().withName(twin.to())),
                        Catalog.once(site.catalog().hasSequence(twin.to()))),
                ddl(
                        "let it begin far beyond " + twin.from(),
                        "begin not atomic %s end".formatted(goOn(twin.to(), twin.from(), twin.gap())),
                        new Resume.Idempotent()));
        Draft contract = ddl(
                "drop sequence %s, beyond which %s goes on".formatted(twin.from(), twin.to()),
                "drop sequence " + site.quote(twin.from()),
                Catalog.onceNot(site.catalog().hasSequence(twin.from())));
        Draft abandon = ddl(
                "let %s go on beyond %s".formatted(twin.from(), twin.to()),
                "begin not atomic %s drop sequence %s; end"
                        .formatted(goOn(twin.from(), twin.to(), 0), site.quote(twin.to())),
                Catalog.onceNot(site.catalog().hasSequence(twin.to())));
        return new Drafts(now, List.of(), true, List.of(contract), List.of(abandon), Gate.NONE);
    }

    /** The next number has to be stated to the letter. */
    private String goOn(QualifiedName sequence, QualifiedName other, long distance) {
        return """
                declare next bigint; select next_not_cached_value + %d into next from %s; \
                execute immediate concat(%s, next, ', 0)');""".formatted(
                distance, site.quote(other), site.dialect().literal("do setval(%s, ".formatted(site.quote(sequence))));
    }

    private Draft ddl(String description, String sql, Resume resume) {
        return site.writer().ddl(description, sql, Cost.online(""), resume);
    }
}
