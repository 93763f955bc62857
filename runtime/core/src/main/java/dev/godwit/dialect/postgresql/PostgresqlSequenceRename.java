package dev.godwit.dialect.postgresql;

import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.phased.SequenceTwin;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Resume;
import java.util.List;

/**
 * A sequence under another name. No two names can mean one sequence, so the new version draws its numbers from one of its
 * own, far beyond those that the old one will reach meanwhile.
 */
final class PostgresqlSequenceRename {

    private final Site site;
    private final SequenceTwin twin;

    PostgresqlSequenceRename(Site site, RenameSequence change) {
        this.site = site;
        this.twin = SequenceTwin.of(site, change);
    }

    Drafts drafts() {
        List<Draft> now = List.of(
                ddl(
                        "create sequence %s beside %s".formatted(twin.to(), twin.from()),
                        site.definitions().createSequence(twin.sequence().withName(twin.to()))),
                ddl("let it begin far beyond " + twin.from(), begin()),
                ddl(
                        "grant on it what is granted on " + twin.from(),
                        PostgresqlGrants.copied(site, twin.from(), twin.to())));
        Draft contract = ddl(
                "drop sequence %s, beyond which %s goes on".formatted(twin.from(), twin.to()),
                "drop sequence " + site.quote(twin.from()));
        Draft abandon = ddl("let %s go on beyond %s".formatted(twin.from(), twin.to()), back());
        return new Drafts(now, List.of(), true, List.of(contract), List.of(abandon), Gate.NONE);
    }

    private String begin() {
        return "select setval(%s::regclass, last_value + %d, false) from %s"
                .formatted(literal(site.quote(twin.to())), twin.gap(), site.quote(twin.from()));
    }

    /** Numbers that the new version has drawn are not drawn again. */
    private String back() {
        return """
                do $godwit$ begin
                if to_regclass(%2$s) is not null then
                    perform setval(%1$s::regclass, last_value) from %3$s where is_called;
                    drop sequence %3$s;
                end if; end $godwit$""".formatted(literal(site.quote(twin.from())), literal(site.quote(twin.to())), site.quote(twin.to()));
    }

    private String literal(String text) {
        return site.dialect().literal(text);
    }

    private Draft ddl(String description, String sql) {
        return site.writer().ddl(description, sql, Cost.online(""), new Resume.Transactional());
    }
}
