package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What has to wait until all entities are known, in the order of
 * {@code org.hibernate.boot.internal.InFlightMetadataCollectorImpl#processSecondPasses}.
 */
final class SecondPasses {

    /** A step that cannot be taken yet because it refers to a column that a later step makes. */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient MappingException cause;

        NotYet(MappingException cause) {
            super(cause.getMessage(), null, false, false);
            this.cause = cause;
        }

        MappingException problem() {
            return cause;
        }
    }

    /**
     * A step that binds a foreign key.
     *
     * @param inPrimaryKey whether the key is part of a primary key, so that others may depend on it
     * @param table where the key's columns are
     * @param referencedTable the table of the referenced entity; empty where it is no entity
     */
    record ForeignKeyPass(
            Supplier<Boolean> inPrimaryKey,
            Supplier<BoundTable> table,
            Supplier<Optional<BoundTable>> referencedTable,
            Runnable run) {}

    private final Binding binding;
    private final List<Runnable> generators = new ArrayList<>();
    private final List<Runnable> joinTables = new ArrayList<>();
    private final List<Runnable> components = new ArrayList<>();
    private final List<ForeignKeyPass> foreignKeys = new ArrayList<>();
    private final List<Runnable> statedSecondaryTables = new ArrayList<>();
    private final List<Runnable> keys = new ArrayList<>();
    private final List<Runnable> secondaryTables = new ArrayList<>();
    private final List<Runnable> general = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();
    private boolean running;

    SecondPasses(Binding binding) {
        this.binding = binding;
    }

    boolean isRunning() {
        return running;
    }

    void generator(Runnable pass) {
        generators.add(pass);
    }

    void toOneJoinTable(Runnable pass) {
        joinTables.add(pass);
    }

    void component(Runnable pass) {
        components.add(pass);
    }

    void foreignKey(ForeignKeyPass pass) {
        foreignKeys.add(pass);
    }

    void statedSecondaryTable(Runnable pass) {
        statedSecondaryTables.add(pass);
    }

    void key(Runnable pass) {
        keys.add(pass);
    }

    void secondaryTable(Runnable pass) {
        secondaryTables.add(pass);
    }

    void general(Runnable pass) {
        general.add(pass);
    }

    /** Before everything general that is already there. */
    void generalFirst(Runnable pass) {
        general.add(0, pass);
    }

    void last(Runnable pass) {
        last.add(pass);
    }

    void run() {
        running = true;
        all(generators);
        all(joinTables);
        all(components);
        foreignKeysInOrder();
        all(keys);
        all(secondaryTables);
        all(general);
        all(last);
    }

    private void all(List<Runnable> passes) {
        List.copyOf(passes).forEach(binding::guarded);
        passes.clear();
    }

    private void foreignKeysInOrder() {
        Map<BoundTable, Set<ForeignKeyPass>> dependents = new LinkedHashMap<>();
        List<ForeignKeyPass> others = new ArrayList<>();
        foreignKeys.forEach(pass -> {
            Optional<BoundTable> referenced =
                    pass.inPrimaryKey().get() ? pass.referencedTable().get() : Optional.empty();
            referenced.ifPresentOrElse(
                    table -> dependents
                            .computeIfAbsent(table, key -> new LinkedHashSet<>())
                            .add(pass),
                    () -> others.add(pass));
        });
        List<ForeignKeyPass> ordered = new ArrayList<>();
        dependents.keySet().forEach(table -> order(ordered, dependents, table, table, new LinkedHashSet<>()));
        ordered.forEach(pass -> binding.guarded(pass.run()));
        all(statedSecondaryTables);
        untilNothingMoves(others);
    }

    private static void order(
            List<ForeignKeyPass> ordered,
            Map<BoundTable, Set<ForeignKeyPass>> dependents,
            BoundTable start,
            BoundTable current,
            Set<BoundTable> seen) {
        if (!seen.add(current)) {
            return;
        }
        for (ForeignKeyPass pass : dependents.getOrDefault(current, Set.of())) {
            BoundTable table = pass.table().get();
            if (table != start) {
                order(ordered, dependents, start, table, seen);
            }
            if (!ordered.contains(pass)) {
                ordered.add(0, pass);
            }
        }
    }

    private void untilNothingMoves(List<ForeignKeyPass> passes) {
        List<ForeignKeyPass> waiting = passes;
        boolean moved = true;
        while (!waiting.isEmpty()) {
            List<ForeignKeyPass> failed = new ArrayList<>();
            for (ForeignKeyPass pass : waiting) {
                boolean lastTry = !moved;
                binding.guarded(() -> {
                    try {
                        pass.run().run();
                    } catch (NotYet e) {
                        if (lastTry) {
                            throw e.problem();
                        }
                        failed.add(pass);
                    }
                });
            }
            moved = failed.size() < waiting.size();
            waiting = failed;
        }
    }
}
