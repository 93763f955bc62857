package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.KeySource;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that comes from the database in one version and from a sequence in the other. An identity takes keys that a writer
 * states, and does not mind them; the two begin far from each other.
 */
final class PostgresqlKeySource {

    private final Site site;
    private final KeySource source;
    private final QualifiedName table;
    private final Identifier column;

    PostgresqlKeySource(Site site, KeySource source) {
        this.site = site;
        this.source = source;
        this.table = source.change().table();
        this.column = source.change().to().name();
    }

    /**
     * @param whole the change at once
     * @param guards what is asked before it
     */
    Drafts drafts(Drafts whole, List<Guard> guards) {
        return source.becomesDrawn() ? drawn(whole, guards) : made(whole);
    }

    private Drafts drawn(Drafts whole, List<Guard> guards) {
        Draft begin = ddl(
                "let %s begin far beyond the keys of %s"
                        .formatted(source.sequence().name(), table),
                begin(sequence()));
        Draft abandon = ddl("let the database's keys of %s go on beyond them".formatted(table), """
                select setval(%1$s::regclass, keys.last + %4$d) from (select max(%2$s) as last from %3$s) keys \
                where keys.last > coalesce(pg_sequence_last_value(%1$s::regclass), 0)""".formatted(
                        identity(), site.quote(column), site.quote(table), source.drawnAhead()));
        List<Draft> contract = new ArrayList<>(whole.now());
        contract.addAll(whole.later());
        Gate gate = new Gate(guards, List.of());
        return new Drafts(List.of(begin), List.of(), true, contract, List.of(abandon), gate);
    }

    private Drafts made(Drafts whole) {
        List<Draft> now = new ArrayList<>(whole.now());
        now.add(ddl("let the database's keys of %s begin far beyond the others".formatted(table), begin(identity())));
        List<Draft> abandon = List.of(
                ddl(
                        "end to make keys of " + table,
                        "%salter column %s drop identity if exists".formatted(site.alter(table), site.quote(column))),
                ddl("let %s go on beyond them".formatted(source.sequence().name()), """
                        select setval(%s::regclass, keys.last + %d) from (select max(%s) as last from %s) keys, %s drawn \
                        where keys.last > drawn.last_value""".formatted(
                                sequence(),
                                source.sequence().increment(),
                                site.quote(column),
                                site.quote(table),
                                site.quote(source.sequence().name()))));
        return new Drafts(now, whole.later(), true, List.of(), abandon, Gate.NONE);
    }

    private String begin(String numbers) {
        return "select setval(%s::regclass, greatest(max(%s), 0) + %d, false) from %s"
                .formatted(numbers, site.quote(column), source.gap(), site.quote(table));
    }

    private String sequence() {
        return site.dialect().literal(site.quote(source.sequence().name()));
    }

    private String identity() {
        return "pg_get_serial_sequence(%s, %s)"
                .formatted(
                        site.dialect().literal(site.quote(table)),
                        site.dialect().literal(site.dialect().catalogName(column)));
    }

    private Draft ddl(String description, String sql) {
        return site.writer().ddl(description, sql, Cost.brief(table + ", brief"), new Resume.Transactional());
    }
}
