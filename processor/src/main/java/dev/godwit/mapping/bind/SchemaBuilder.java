package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundForeignKey;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.BoundUniqueKey;
import dev.godwit.mapping.naming.ImplicitNames.Constraint;
import dev.godwit.model.Model.ConstraintRef;
import dev.godwit.model.Origin;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what is bound into the schema, as Hibernate's schema exporters turn it into DDL. */
final class SchemaBuilder {

    private final Binding binding;
    private final Map<BoundTable, List<Integer>> keyOrders = new HashMap<>();
    private final Map<Ref, Origin> origins = new LinkedHashMap<>();
    private final Set<ConstraintRef> generated = new HashSet<>();

    SchemaBuilder(Binding binding) {
        this.binding = binding;
    }

    Map<Ref, Origin> origins() {
        return origins;
    }

    Set<ConstraintRef> generatedNames() {
        return generated;
    }

    Schema build() {
        // in the order in which Hibernate creates them, which decides names that a database makes up
        List<BoundTable> tables = binding.tables().stream()
                .filter(BoundTable::isPhysical)
                .sorted(Comparator.comparing(table -> table.logicalName().key()))
                .toList();
        Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
        for (Sequence sequence : binding.sequences()) {
            sequences.put(sequence.name(), sequence);
            Optional.ofNullable(binding.sequenceOrigins().get(sequence.name()))
                    .ifPresent(origin -> origins.put(Ref.of(sequence.name()), origin));
        }
        return new Schema(Map.of(), sequences, Map.of())
                .plusTables(tables.stream().map(this::table).toList());
    }

    private Table table(BoundTable bound) {
        QualifiedName name = bound.name();
        bound.origin().ifPresent(origin -> origins.put(Ref.of(name), origin));
        List<Column> columns = new ArrayList<>();
        List<BoundColumn> unordered = List.copyOf(bound.columns());
        for (BoundColumn column : KeyOrder.apply(KeyOrder.of(unordered), unordered)) {
            columns.add(column.toColumn());
            column.origin().ifPresent(origin -> origins.put(Ref.of(name, column.name()), origin));
        }
        Table table = Table.of(name, columns)
                .withPrimaryKey(primaryKey(bound))
                .withUniqueKeys(uniqueKeys(bound))
                .withForeignKeys(foreignKeys(bound))
                .withChecks(new LinkedHashSet<>(bound.checks()))
                .withIndexes(new LinkedHashSet<>(bound.indexes()))
                .withComment(bound.comment())
                .withOptions(bound.options());
        List<BoundColumn> key = keyOf(bound);
        for (BoundColumn column : key) {
            table = table.column(column.name())
                    .map(each -> each.withNullable(false))
                    .map(table::plus)
                    .orElse(table);
        }
        return table;
    }

    private static List<BoundColumn> keyOf(BoundTable table) {
        return table.included()
                .map(SchemaBuilder::keyOf)
                .orElseGet(() -> table.primaryKey().orElse(List.of()));
    }

    private Optional<PrimaryKey> primaryKey(BoundTable table) {
        List<BoundColumn> key = KeyOrder.apply(order(table), keyOf(table));
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrimaryKey(
                        statedName(table, key),
                        key.stream().map(BoundColumn::name).toList()));
    }

    /** A primary key is called like a unique key that the mapping names and that has the same columns. */
    private static Optional<Identifier> statedName(BoundTable table, List<BoundColumn> key) {
        return table.uniqueKeys().stream()
                .filter(each -> each.nameStated() && each.hasColumns(key))
                .findFirst()
                .flatMap(BoundUniqueKey::name);
    }

    /** The order of a table's primary key; a unique key over the same columns decides it. */
    private List<Integer> order(BoundTable table) {
        return keyOrders.computeIfAbsent(table, key -> {
            List<BoundColumn> columns = keyOf(table);
            Optional<BoundUniqueKey> same = columns.size() < 2
                    ? Optional.empty()
                    : table.uniqueKeys().stream()
                            .filter(each -> each.hasColumns(columns))
                            .findFirst();
            if (same.isEmpty()) {
                return KeyOrder.of(typed(table, columns));
            }
            return same.get().columns().stream()
                    .map(column -> indexOf(columns, column))
                    .toList();
        });
    }

    private static List<BoundColumn> typed(BoundTable table, List<BoundColumn> columns) {
        return columns.stream()
                .map(column -> table.column(column).orElse(column))
                .toList();
    }

    private static int indexOf(List<BoundColumn> columns, BoundColumn column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isSameAs(column)) {
                return i;
            }
        }
        throw new IllegalStateException("No column " + column);
    }

    private Set<UniqueKey> uniqueKeys(BoundTable table) {
        Set<UniqueKey> keys = new LinkedHashSet<>();
        List<BoundColumn> primary = keyOf(table);
        List<BoundColumn> single = table.columns().stream()
                .filter(BoundColumn::isUnique)
                .filter(column -> primary.size() != 1 || !primary.get(0).isSameAs(column))
                .toList();
        single.forEach(column -> keys.add(new UniqueKey(
                Optional.empty(), List.of(column.name()), Optional.empty(), inheritedKeyName(table, column))));
        List<BoundUniqueKey> kept = new ArrayList<>();
        for (BoundUniqueKey key : table.uniqueKeys()) {
            boolean ofPrimary = key.hasColumns(primary);
            boolean ofSingle = key.columns().size() == 1
                    && single.stream()
                            .anyMatch(column -> column.isSameAs(key.columns().get(0)));
            boolean repeated = !isStated(key) && isRepeated(table.uniqueKeys(), key);
            if (!ofPrimary && !ofSingle && !repeated) {
                kept.add(key);
            }
        }
        kept.forEach(key -> keys.add(new UniqueKey(
                key.name().filter(name -> key.nameStated()),
                key.columns().stream().map(column -> physical(table, column)).toList(),
                key.options(),
                key.name().filter(name -> !key.nameStated()))));
        return keys;
    }

    /** A column that a table repeats from another one brings the name of its key along. */
    private Optional<Identifier> inheritedKeyName(BoundTable table, BoundColumn column) {
        return table.included()
                .map(included -> included.declaring(column))
                .filter(declaring -> declaring.column(column).isPresent())
                .map(declaring -> binding.naming()
                        .implicit()
                        .uniqueKey(new Constraint(declaring.name().name(), List.of(column.name()))));
    }

    private static boolean isStated(BoundUniqueKey key) {
        return key.stated();
    }

    /** Whether a key over the same columns stays: a stated one, or the last of those that are implied. */
    private static boolean isRepeated(List<BoundUniqueKey> keys, BoundUniqueKey key) {
        int at = keys.indexOf(key);
        for (int i = 0; i < keys.size(); i++) {
            boolean stays = isStated(keys.get(i)) || i > at;
            if (i != at && stays && keys.get(i).hasColumns(key.columns())) {
                return true;
            }
        }
        return false;
    }

    private static Identifier physical(BoundTable table, BoundColumn column) {
        return table.column(column).orElse(column).name();
    }

    private Set<ForeignKey> foreignKeys(BoundTable table) {
        Set<ForeignKey> keys = new LinkedHashSet<>();
        all(table).stream()
                .filter(key -> key.isPhysical(table))
                .filter(key -> !refersToItself(table, key))
                .filter(key ->
                        key.name().filter(name -> name.text().equals("none")).isEmpty())
                .forEach(key -> keys.add(foreignKey(table, key)));
        return keys;
    }

    /** Whether each row would refer to itself, as where a joined subclass shares its superclass' table. */
    private static boolean refersToItself(BoundTable table, BoundForeignKey key) {
        if (key.referencedTable() != table) {
            return false;
        }
        List<BoundColumn> referenced = key.refersToPrimaryKey() ? keyOf(table) : key.referencedColumns();
        return referenced.size() == key.columns().size()
                && key.columns().stream().allMatch(column -> referenced.stream().anyMatch(column::isSameAs));
    }

    private static List<BoundForeignKey> all(BoundTable table) {
        List<BoundForeignKey> keys = new ArrayList<>();
        table.included().ifPresent(included -> all(included).forEach(key -> keys.add(key.copy())));
        keys.addAll(table.foreignKeys());
        return keys;
    }

    private ForeignKey foreignKey(BoundTable table, BoundForeignKey key) {
        List<BoundColumn> columns = key.columns();
        List<BoundColumn> referenced = key.referencedColumns();
        BoundTable target = key.referencedTable();
        if (key.refersToPrimaryKey()) {
            List<Integer> order = order(target);
            if (order.size() == columns.size()) {
                referenced = KeyOrder.apply(order, keyOf(target));
                columns = KeyOrder.apply(order, columns);
            } else {
                referenced = keyOf(target);
            }
        }
        List<Identifier> names =
                columns.stream().map(column -> physical(table, column)).toList();
        List<Identifier> referencedNames =
                referenced.stream().map(column -> physical(target, column)).toList();
        Identifier name = key.name().orElseGet(() -> {
            Identifier implied = binding.naming()
                    .implicit()
                    .foreignKey(
                            new Constraint(table.name().name(), names),
                            target.name().name(),
                            referencedNames);
            generated.add(new ConstraintRef(table.name(), implied));
            return implied;
        });
        return new ForeignKey(
                name, names, target.name(), referencedNames, key.onDelete(), key.definition(), key.options());
    }
}
