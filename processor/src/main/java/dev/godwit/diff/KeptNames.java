package dev.godwit.diff;

import dev.godwit.model.Model;
import dev.godwit.model.Model.ConstraintRef;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The model's schema with the names that constraints and indexes have already: one whose name nobody chose is the same
 * as one of the same structure under whatever name.
 */
final class KeptNames {

    private final Set<ConstraintRef> generated;
    private final Table before;
    private final Table now;

    private KeptNames(Set<ConstraintRef> generated, Table before, Table now) {
        this.generated = generated;
        this.before = before;
        this.now = now;
    }

    /** @param before the schema before, with tables and columns under the names that they have in the model */
    static Schema of(Schema before, Model model) {
        List<Table> kept = new ArrayList<>();
        for (Table table : model.schema().tables().values()) {
            Optional<Table> former = before.table(table.name());
            if (former.isPresent()) {
                kept.add(new KeptNames(model.generatedNames(), former.get(), table).table());
            }
        }
        return model.schema().plusTables(kept);
    }

    private Table table() {
        return now.withColumns(now.columns().values().stream().map(this::column).toList())
                .withPrimaryKey(now.primaryKey().map(this::primaryKey))
                .withUniqueKeys(keep(before.uniqueKeys(), now.uniqueKeys(), UniqueKey::name, KeptNames::same))
                .withForeignKeys(
                        keep(before.foreignKeys(), now.foreignKeys(), key -> Optional.of(key.name()), KeptNames::same))
                .withChecks(keep(before.checks(), now.checks(), Check::name, KeptNames::same))
                .withIndexes(
                        keep(before.indexes(), now.indexes(), index -> Optional.of(index.name()), KeptNames::same));
    }

    private Column column(Column column) {
        return before.column(column.name())
                .map(former -> column.withChecks(keep(former.checks(), column.checks(), Check::name, KeptNames::same)))
                .orElse(column);
    }

    private PrimaryKey primaryKey(PrimaryKey key) {
        return before.primaryKey()
                .filter(former -> isFree(key.name()) && former.columns().equals(key.columns()))
                .orElse(key);
    }

    private <E> Set<E> keep(Set<E> former, Set<E> all, Function<E, Optional<Identifier>> name, BiPredicate<E, E> same) {
        List<E> left = new ArrayList<>(former);
        left.removeAll(all);
        Set<E> kept = new LinkedHashSet<>();
        for (E each : all) {
            Optional<E> match = former.contains(each) || !isFree(name.apply(each))
                    ? Optional.empty()
                    : left.stream().filter(other -> same.test(other, each)).findFirst();
            match.ifPresent(left::remove);
            kept.add(match.orElse(each));
        }
        return kept;
    }

    private boolean isFree(Optional<Identifier> name) {
        return name.map(each -> generated.contains(new ConstraintRef(now.name(), each)))
                .orElse(true);
    }

    private static boolean same(UniqueKey one, UniqueKey other) {
        return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()))
                && one.options().equals(other.options());
    }

    private static boolean same(ForeignKey one, ForeignKey other) {
        return pairs(one).equals(pairs(other))
                && one.referencedTable().equals(other.referencedTable())
                && one.onDelete() == other.onDelete()
                && one.definition().equals(other.definition())
                && one.options().equals(other.options());
    }

    private static Set<Map.Entry<Identifier, Identifier>> pairs(ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(i ->
                        Map.entry(key.columns().get(i), key.referencedColumns().get(i)))
                .collect(Collectors.toSet());
    }

    private static boolean same(Check one, Check other) {
        return one.withName(Optional.empty()).equals(other.withName(Optional.empty()));
    }

    private static boolean same(Index one, Index other) {
        return one.withName(other.name()).equals(other);
    }
}
