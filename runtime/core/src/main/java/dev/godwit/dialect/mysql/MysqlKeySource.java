package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.phased.KeySource;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that comes from {@code auto_increment} in the old version and from a sequence in the new one, on MySQL, where a table of
 * one row is the sequence. The sequence begins behind the keys that are there, and what the database makes far beyond that: a
 * key that a writer states moves {@code auto_increment} only where it lies beyond it. A trigger does no more than note that the
 * old version writes. The server takes {@code auto_increment} away by a copy of the table that writers wait for, and only where
 * no foreign key refers to it.
 *
 * <p>The change of {@code auto_increment} waits until no transaction holds the table, so what the database has made before it
 * is committed when it is done, and the sequence can be put behind that.
 */
final class MysqlKeySource {

    private static final Pattern SPACE_OR_LENGTH = Pattern.compile("[ (].*");

    private final Site site;
    private final KeySource source;
    private final QualifiedName table;
    private final String column;
    private final String sequence;
    private final NumberedKeys keys;
    private final MysqlTriggers triggers;

    MysqlKeySource(Site site, KeySource source) {
        this.site = site;
        this.source = source;
        this.table = source.change().table();
        this.column = site.quote(source.change().to().name());
        this.sequence = site.quote(source.sequence().name());
        this.keys = new NumberedKeys(table, source.change().to(), Optional.empty(), true);
        this.triggers = new MysqlTriggers(site);
    }

    /**
     * Empty: where the numbers of the sequence go, or where those of the type end, is not known.
     *
     * @param whole the change at once
     * @param guards what is asked before it
     */
    Optional<Drafts> drafts(Drafts whole, List<Guard> guards) {
        if (!source.becomesDrawn()) {
            throw PhasedRefusals.keysByCopy(source.change());
        }
        site.progress().schema().tables().values().forEach(this::requireNoReference);
        return source.sequence().increment() > 0
                ? largest(source.change()).map(largest -> drawn(largest, whole, guards))
                : Optional.empty();
    }

    private void requireNoReference(Table from) {
        from.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(table)
                        && key.referencedColumns().contains(source.change().to().name()))
                .findFirst()
                .ifPresent(key -> {
                    throw PhasedRefusals.keysReferredTo(source.change(), key.name(), from.name());
                });
    }

    private Drafts drawn(long largest, Drafts whole, List<Guard> guards) {
        triggers.guards(keys).forEach(guard -> site.progress().guard(Ref.of(table), guard));
        site.progress().guard(Ref.of(table), roomFor(source.drawnAhead(), largest));
        String beginning = "next_val + " + distance("next_val", largest);
        List<Draft> now = new ArrayList<>(triggers.create(keys));
        now.add(goBehind("(select coalesce(max(%s), 0) as top from %s)".formatted(column, site.quote(table))));
        now.add(makeBeyond(beginning));
        now.add(goBehind("(select coalesce(max(%1$s), 0) as top from %2$s where %1$s < (select %3$s from %4$s))"
                .formatted(column, site.quote(table), beginning, sequence)));
        List<Draft> contract = new ArrayList<>(triggers.drop(keys));
        contract.addAll(whole.now());
        contract.addAll(whole.later());
        contract.add(goBehind("(select coalesce(max(%s), 0) as top from %s)".formatted(column, site.quote(table))));
        return new Drafts(
                now,
                List.of(),
                true,
                contract,
                triggers.dropIfThere(keys),
                new Gate(guards, List.of(triggers.watch(keys))));
    }

    /** How far what the database makes is from what the sequence gives: half of what the type has left, at most. */
    private String distance(String from, long largest) {
        return "least(%d, (%d - %s) div 2)".formatted(source.gap(), largest, from);
    }

    private Guard roomFor(long keys, long largest) {
        return new Guard(
                "select (%d - coalesce(max(%s), 0)) div 2 < %d from %s"
                        .formatted(largest, column, keys, site.quote(table)),
                PhasedRefusals.tooFewKeys(source.change(), 2 * keys));
    }

    /** The sequence gives nothing that it would have given before. */
    private Draft goBehind(String keysThere) {
        return site.writer()
                .rows(
                        "let %s begin beyond the keys of %s"
                                .formatted(source.sequence().name(), table),
                        "update %s, %s made set next_val = greatest(next_val, made.top + %d)"
                                .formatted(
                                        sequence, keysThere, source.sequence().increment()),
                        Cost.NONE);
    }

    private Draft makeBeyond(String beginning) {
        Work work = new Work.NamedByDatabase(
                "select %s from %s".formatted(beginning, sequence),
                List.of(),
                site.alter(table) + "auto_increment = " + Work.NamedByDatabase.NUMBER
                        + Algorithm.INPLACE.of(site, table),
                "what lies far beyond " + source.sequence().name());
        return site.writer()
                .ddl(
                        "let what the database makes begin beyond the keys of " + table,
                        work,
                        Cost.brief(table + ", brief"),
                        new Resume.Idempotent());
    }

    /** The largest number that a column of the type holds; of one without a sign, half of them do. */
    private Optional<Long> largest(AlterColumn change) {
        String type = SPACE_OR_LENGTH
                .matcher(site.dialect().render(change.to().type()))
                .replaceFirst("");
        return Optional.ofNullable(
                switch (type) {
                    case "smallint" -> (long) Short.MAX_VALUE;
                    case "int", "integer" -> (long) Integer.MAX_VALUE;
                    case "bigint" -> Long.MAX_VALUE;
                    default -> null;
                });
    }
}
