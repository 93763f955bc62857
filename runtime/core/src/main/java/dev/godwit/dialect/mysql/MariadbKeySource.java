package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.phased.KeySource;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key that comes from {@code auto_increment} in one version and from a sequence in the other, on MariaDB. Between the phases a trigger draws the keys of rows that state none from a sequence of their own, and the two
 * begin far from each other.
 */
final class MariadbKeySource {

    /** Keys that {@code auto_increment} may make until the trigger is there. */
    private static final long MEANWHILE = 10_000;

    private final Site site;
    private final MysqlColumnSteps columns;
    private final KeysByTriggers standIns;
    private final KeySource source;
    private final QualifiedName table;
    private final Identifier column;
    private final QualifiedName numbers;
    private final NumberedKeys keys;
    private final MysqlTriggers triggers;

    MariadbKeySource(Site site, MysqlColumnSteps columns, KeysByTriggers standIns, KeySource source) {
        this.site = site;
        this.columns = columns;
        this.standIns = standIns;
        this.source = source;
        this.table = source.change().table();
        this.column = source.change().to().name();
        Identifier name = NumberedKeys.name(table, source.change().to());
        this.numbers = table.withName(Identifier.of(name.text() + "_q"));
        this.keys =
                new NumberedKeys(table, source.change().to(), Optional.of(site.quote(numbers)), source.becomesDrawn());
        this.triggers = new MysqlTriggers(site);
    }

    /**
     * @param whole the change at once
     * @param guards what is asked before it
     */
    Drafts drafts(Drafts whole, List<Guard> guards) {
        triggers.guards(keys).forEach(guard -> site.progress().guard(Ref.of(table), guard));
        return source.becomesDrawn() ? drawn(whole, guards) : made(whole);
    }

    private Drafts drawn(Drafts whole, List<Guard> guards) {
        List<Draft> now = new ArrayList<>();
        now.add(createNumbers());
        now.add(begin(numbers, MEANWHILE));
        now.addAll(triggers.create(keys));
        now.add(begin(source.sequence().name(), source.gap()));
        List<Draft> contract = new ArrayList<>(triggers.drop(keys));
        contract.addAll(whole.now());
        contract.addAll(whole.later());
        contract.add(dropNumbers());
        List<Draft> abandon = new ArrayList<>(List.of(goOn()));
        abandon.addAll(triggers.dropIfThere(keys));
        abandon.add(dropNumbers());
        return new Drafts(now, List.of(), true, contract, abandon, new Gate(guards, List.of(triggers.watch(keys))));
    }

    /** The trigger is there before the database makes keys, so that it never makes one that the sequence will give. */
    private Drafts made(Drafts whole) {
        Optional<Set<KeysByTriggers.Standing>> away = away();
        away.map(standIns::guards)
                .ifPresent(guards -> guards.forEach(guard -> site.progress().guard(Ref.of(table), guard)));
        List<Draft> now = new ArrayList<>();
        now.add(createNumbers());
        now.add(begin(numbers, source.gap()));
        now.addAll(triggers.create(keys));
        away.ifPresentOrElse(needed -> now.addAll(besideUsers(needed)), () -> {
            now.addAll(whole.now());
            now.addAll(whole.later());
        });
        List<Draft> contract = new ArrayList<>(triggers.drop(keys));
        contract.add(dropNumbers());
        AlterColumn change = source.change();
        List<Draft> abandon = new ArrayList<>(site.progress().after(change, () -> {
            int asked = site.progress().guardCount();
            Drafts again = columns.alterColumn(new AlterColumn(table, change.to(), change.from(), Optional.empty()));
            site.progress().takeGuards(asked);
            return again.now();
        }));
        away.map(standIns::comeBack).ifPresent(abandon::addAll);
        abandon.addAll(triggers.dropIfThere(keys));
        abandon.add(begin(source.sequence().name(), source.sequence().increment()));
        abandon.add(dropNumbers());
        return new Drafts(now, List.of(), true, contract, abandon, new Gate(List.of(), List.of(triggers.watch(keys))));
    }

    /** The foreign keys that are away while the table is copied; empty: writers wait for the copy. */
    private Optional<Set<KeysByTriggers.Standing>> away() {
        return columns.copyInUse() == Algorithm.ONLINE_COPY ? standIns.neededByCopy(table) : Optional.empty();
    }

    private List<Draft> besideUsers(Set<KeysByTriggers.Standing> away) {
        List<Draft> steps = new ArrayList<>(standIns.standIn(away));
        steps.add(columns.number(table, source.change().to()));
        steps.addAll(standIns.comeBack(source.change()));
        return steps;
    }

    private Draft createNumbers() {
        return ddl(
                "create what keys of %s come from that nobody states".formatted(table),
                "create sequence " + site.quote(numbers),
                Catalog.once(site.catalog().hasSequence(numbers)));
    }

    private Draft dropNumbers() {
        return ddl(
                "drop what keys of %s came from".formatted(table),
                "drop sequence if exists " + site.quote(numbers),
                new Resume.Idempotent());
    }

    /** Numbers that are beyond the keys already stay where they are. */
    private Draft begin(QualifiedName sequence, long distance) {
        return beyond(sequence.toString(), distance, "do setval(%s, ".formatted(site.quote(sequence)), ", 0)");
    }

    /** Lets {@code auto_increment} leave out what the new version has drawn and not used. */
    private Draft goOn() {
        return beyond(
                "what the database makes",
                source.drawnAhead(),
                site.alter(table) + "auto_increment = ",
                ", algorithm=inplace, lock=none");
    }

    /** The number has to be stated to the letter. */
    private Draft beyond(String what, long distance, String before, String after) {
        String sql = """
                begin not atomic declare next bigint; select greatest(coalesce(max(%s), 0), 0) + %d into next from %s; \
                execute immediate concat(%s, next, %s); end""".formatted(
                        site.quote(column),
                        distance,
                        site.quote(table),
                        site.dialect().literal(before),
                        site.dialect().literal(after));
        return ddl("let %s begin beyond the keys of %s".formatted(what, table), sql, new Resume.Idempotent());
    }

    private Draft ddl(String description, String sql, Resume resume) {
        return site.writer().ddl(description, sql, Cost.online(""), resume);
    }
}
