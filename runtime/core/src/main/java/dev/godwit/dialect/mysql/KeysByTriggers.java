package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Foreign keys that are away while the types of their columns change, with triggers in their place. The server changes no
 * column of a foreign key, and copies no table beside its users to which a foreign key brings changes that it does not see.
 */
final class KeysByTriggers {

    /** A foreign key and its table. */
    record Standing(QualifiedName table, ForeignKey key) {}

    private final Site site;
    private final MysqlKeySteps keys;
    private final Set<Standing> away = new LinkedHashSet<>();

    KeysByTriggers(Site site, MysqlKeySteps keys) {
        this.site = site;
        this.keys = keys;
    }

    /** The foreign keys that have to be away for a change. */
    Set<Standing> neededBy(AlterColumn change, boolean online) {
        Set<Standing> needed = new LinkedHashSet<>();
        for (Standing standing : all()) {
            ForeignKey key = standing.key();
            boolean from = standing.table().equals(change.table())
                    && key.columns().contains(change.from().name());
            boolean to = key.referencedTable().equals(change.table())
                    && key.referencedColumns().contains(change.from().name());
            if (from || to || online && standing.table().equals(change.table()) && brings(key)) {
                needed.add(standing);
            }
        }
        addParents(needed);
        needed.forEach(this::requireTriggers);
        return needed;
    }

    /** What deletes rows by a foreign key fires no trigger, so that foreign keys of parents have to be away too. */
    private void addParents(Set<Standing> needed) {
        List<Standing> open = new ArrayList<>(needed);
        while (!open.isEmpty()) {
            QualifiedName parent = open.remove(0).key().referencedTable();
            all().stream()
                    .filter(other -> other.table().equals(parent) && other.key().onDelete() == Action.CASCADE)
                    .filter(needed::add)
                    .forEach(open::add);
        }
    }

    /**
     * The foreign keys that have to be away while a table is copied beside its users; empty: no trigger can take the place
     * of one of them.
     */
    Optional<Set<Standing>> neededByCopy(QualifiedName table) {
        Set<Standing> needed = new LinkedHashSet<>();
        all().stream()
                .filter(standing -> standing.table().equals(table) && brings(standing.key()))
                .forEach(needed::add);
        addParents(needed);
        return Optional.of(needed).filter(all -> all.stream().allMatch(KeysByTriggers::hasTriggers));
    }

    private List<Standing> all() {
        return site.progress().schema().tables().values().stream()
                .flatMap(table -> table.foreignKeys().stream().map(key -> new Standing(table.name(), key)))
                .toList();
    }

    private static boolean brings(ForeignKey key) {
        return key.onDelete() == Action.CASCADE
                || key.onDelete() == Action.SET_NULL
                || key.options().isPresent();
    }

    /** A trigger changes no table whose change has fired it, and text is not read. */
    private static boolean hasTriggers(Standing standing) {
        ForeignKey key = standing.key();
        return !changesItself(standing)
                && key.options().isEmpty()
                && key.definition().isEmpty()
                && key.onDelete() != Action.SET_DEFAULT;
    }

    private static boolean changesItself(Standing standing) {
        return standing.table().equals(standing.key().referencedTable()) && brings(standing.key());
    }

    private void requireTriggers(Standing standing) {
        if (!hasTriggers(standing)) {
            throw PhasedRefusals.cannot(
                    "the type of a column changes that foreign key %s of %s has to make way for"
                            .formatted(standing.key().name(), standing.table()),
                    changesItself(standing)
                            ? "it changes other rows of its own table, which no trigger can do in its place"
                            : "it has options that are not read, which no trigger can be made of");
        }
    }

    /** What would keep triggers from being created. */
    List<Guard> guards(Set<Standing> needed) {
        TriggerGuards guards = new TriggerGuards(site.dialect());
        List<Guard> all = new ArrayList<>();
        for (Standing standing : needed) {
            String subject = "Foreign key %s of %s".formatted(standing.key().name(), standing.table());
            all.addAll(guards.mayNotCreate(site.progress().originOf(standing.table()), subject));
            all.addAll(
                    guards.mayNotCreate(site.progress().originOf(standing.key().referencedTable()), subject));
        }
        return all;
    }

    /** Triggers take the place of foreign keys. */
    List<Draft> standIn(Set<Standing> needed) {
        List<Draft> steps = new ArrayList<>();
        needed.stream().filter(away::add).forEach(standing -> steps.addAll(standIn(standing)));
        return steps;
    }

    private List<Draft> standIn(Standing standing) {
        List<Draft> steps = new ArrayList<>(triggers(standing).create());
        steps.add(keys.suspend(standing.table(), standing.key()));
        return steps;
    }

    /** The foreign keys come back whose two sides agree again once the change is done. */
    List<Draft> comeBack(AlterColumn change) {
        Schema after = change.apply(site.progress().schema());
        List<Draft> steps = new ArrayList<>();
        for (Standing standing : List.copyOf(away)) {
            if (agrees(standing, after)) {
                away.remove(standing);
                steps.addAll(comeBack(standing));
            }
        }
        return steps;
    }

    /** The foreign keys come back, however much of what took their place is there. */
    List<Draft> comeBack(Set<Standing> needed) {
        return needed.stream().flatMap(standing -> comeBack(standing).stream()).toList();
    }

    private List<Draft> comeBack(Standing standing) {
        List<Draft> steps = new ArrayList<>();
        steps.add(keys.addUnproved(standing.table(), standing.key()));
        steps.addAll(triggers(standing).drop());
        return steps;
    }

    /**
     * What takes a change back, however much of it took effect.
     *
     * @param needed what was away for it
     * @param restored a condition that holds when there is nothing to take back
     * @param restoring takes it back
     */
    List<Draft> takenBack(Set<Standing> needed, String restored, Draft restoring) {
        List<Draft> steps = new ArrayList<>();
        needed.forEach(standing -> standIn(standing).forEach(step -> steps.add(unless(restored, step))));
        steps.add(restoring);
        Schema before = site.progress().schema();
        needed.stream()
                .filter(standing -> agrees(standing, before))
                .forEach(standing -> steps.addAll(comeBack(standing)));
        return steps;
    }

    private static Draft unless(String condition, Draft draft) {
        Step step = draft.step();
        String done = ((Resume.Observable) step.resume()).doneWhen().substring("select ".length());
        Resume either = Catalog.once("(%s) or (%s)".formatted(condition, done));
        return new Draft(
                new Step(step.description(), step.work(), either, step.hazard(), step.lock(), step.copies()),
                draft.placement());
    }

    private boolean agrees(Standing standing, Schema schema) {
        return KeyTypes.agree(
                site.dialect(), schema, schema.table(standing.table()).orElseThrow(), standing.key());
    }

    private KeyTriggers triggers(Standing standing) {
        return new KeyTriggers(site, standing.table(), standing.key());
    }

    /** @throws dev.godwit.dialect.DialectException when a foreign key cannot come back */
    void requireAllBack() {
        away.stream().findFirst().ifPresent(standing -> {
            throw PhasedRefusals.cannot(
                    "the type of one side of foreign key %s of %s changes"
                            .formatted(standing.key().name(), standing.table()),
                    "it needs the same type on both, so change the other one in the same migration");
        });
    }
}
