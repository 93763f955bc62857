package dev.godwit.diff;

import dev.godwit.change.MoveValues.Pair;
import dev.godwit.model.MappedHierarchy;
import dev.godwit.model.MappedHierarchy.MappedClass;
import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the values that move because the inheritance strategy of entities is another one than before: it is the same class
 * whose table goes into the root's, or comes out of it, as the origins of tables tell.
 */
final class InheritanceResolver {

    private final Snapshot snapshot;
    private final Model model;
    private final Renames renames;
    private final Schema before;
    private final Schema after;
    private final List<KindMove> moves = new ArrayList<>();
    private final Map<Ref, String> roots = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param before the snapshot's schema, with tables and columns under the names that they have in the model */
    InheritanceResolver(Snapshot snapshot, Schema before, Schema after, Model model, Renames renames) {
        this.snapshot = snapshot;
        this.before = before;
        this.after = after;
        this.model = model;
        this.renames = renames;
        model.hierarchies().stream()
                .filter(hierarchy -> before.table(hierarchy.table()).isPresent()
                        && after.table(hierarchy.table()).isPresent())
                .forEach(this::resolve);
    }

    List<KindMove> moves() {
        return moves;
    }

    /** What columns that tell classes apart hold for a row of the root class, as SQL. */
    Map<Ref, String> roots() {
        return roots;
    }

    List<Finding> findings() {
        return findings;
    }

    private void resolve(MappedHierarchy hierarchy) {
        Optional<Column> kind = hierarchy.single()
                ? discriminator(model.origins(), hierarchy, after, false)
                : discriminator(snapshot.origins(), hierarchy, before, true);
        List<KindMove> found = kind.filter(column -> isPlain(hierarchy))
                .map(column -> moves(hierarchy, column))
                .orElse(List.of());
        List<QualifiedName> others = unknown(hierarchy, found);
        if (!others.isEmpty()) {
            findings.add(MoveMessages.unknownClasses(
                    Ref.of(hierarchy.table()), new Origins(model.origins()).of(hierarchy.table()), hierarchy, others));
            return;
        }
        moves.addAll(found);
        kind.filter(column -> !hierarchy.root().isAbstract() && isPlain(hierarchy))
                .filter(column -> hierarchy.single() || !found.isEmpty())
                .ifPresent(column -> roots.put(
                        Ref.of(hierarchy.table(), column.name()),
                        literal(column, hierarchy.root().value())));
    }

    /** Whether each class has a value of its own. */
    private static boolean isPlain(MappedHierarchy hierarchy) {
        return Stream.concat(Stream.of(hierarchy.root()), hierarchy.classes().stream())
                .map(MappedClass::value)
                .noneMatch(value -> value.equals("null") || value.equals("not null"));
    }

    private static String literal(Column kind, String value) {
        return kind.type() instanceof Type.Simple ? value : "'" + value.replace("'", "''") + "'";
    }

    private Optional<Column> discriminator(
            Map<Ref, Origin> origins, MappedHierarchy hierarchy, Schema schema, boolean former) {
        return origins.entrySet().stream()
                .filter(each ->
                        each.getValue().equals(new Origin(hierarchy.root().name(), MappedHierarchy.DISCRIMINATOR)))
                .map(Map.Entry::getKey)
                .filter(place -> (former ? renames.table(place.object()) : place.object()).equals(hierarchy.table()))
                .flatMap(place ->
                        place.column().stream().map(column -> former ? renames.column(place.object(), column) : column))
                .flatMap(column ->
                        schema.table(hierarchy.table()).stream().flatMap(table -> table.column(column).stream()))
                .findFirst();
    }

    private List<KindMove> moves(MappedHierarchy hierarchy, Column kind) {
        List<KindMove> found = new ArrayList<>();
        for (MappedClass each : hierarchy.classes()) {
            Optional<Table> part = hierarchy.single() ? former(hierarchy, each) : coming(hierarchy, each, kind);
            part.flatMap(table -> move(hierarchy, each, table, kind)).ifPresent(found::add);
        }
        return found;
    }

    /** The table that a class had, and that goes. */
    private Optional<Table> former(MappedHierarchy hierarchy, MappedClass each) {
        return snapshot.origins().entrySet().stream()
                .filter(origin ->
                        origin.getKey().column().isEmpty() && origin.getValue().equals(new Origin(each.name(), "")))
                .map(origin -> renames.table(origin.getKey().object()))
                .filter(name ->
                        !name.equals(hierarchy.table()) && after.table(name).isEmpty())
                .flatMap(name -> before.table(name).stream())
                .findFirst();
    }

    /** The table that a class gets, if rows of it may be there: else it is a new class. */
    private Optional<Table> coming(MappedHierarchy hierarchy, MappedClass each, Column kind) {
        return after.table(each.table())
                .filter(table -> before.table(table.name()).isEmpty())
                .filter(table -> kind.checks().isEmpty()
                        || kinds(hierarchy, each).stream()
                                .map(value -> literal(kind, value))
                                .anyMatch(value -> kind.checks().stream()
                                        .map(Check::expression)
                                        .anyMatch(check -> check.contains(value))));
    }

    private Optional<KindMove> move(MappedHierarchy hierarchy, MappedClass each, Table part, Column kind) {
        List<String> kinds = kinds(hierarchy, each);
        boolean toPart = !hierarchy.single();
        Table ownerBefore = before.table(hierarchy.table()).orElseThrow();
        Table ownerAfter = after.table(hierarchy.table()).orElseThrow();
        Optional<List<Pair>> join = join(ownerBefore, ownerAfter, part, toPart);
        if (kinds.isEmpty() || join.isEmpty()) {
            return Optional.empty();
        }
        Table with = toPart ? ownerBefore : ownerAfter;
        Table without = toPart ? ownerAfter : ownerBefore;
        List<Pair> columns = part.columns().values().stream()
                .filter(column -> !isKey(part, column.name()))
                .filter(column -> without.column(column.name()).isEmpty())
                .filter(column -> with.column(column.name())
                        .filter(other -> toPart ? fits(other, column) : fits(column, other))
                        .isPresent())
                .map(Column::name)
                .sorted()
                .map(column -> new Pair(column, column))
                .toList();
        return Optional.of(new KindMove(
                hierarchy.table(),
                part.name(),
                join.get(),
                columns,
                kind.name(),
                kinds,
                Optional.of(each.value()).filter(value -> !each.isAbstract()),
                toPart));
    }

    private static boolean fits(Column from, Column to) {
        return TypeChange.between(from.type(), to.type()) == TypeChange.FITS;
    }

    private static boolean isKey(Table table, Identifier column) {
        return table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
    }

    /** By the primary key that the two share: along foreign keys, or where there are none, in its order. */
    private Optional<List<Pair>> join(Table ownerBefore, Table ownerAfter, Table part, boolean toPart) {
        List<List<Pair>> found = toPart
                ? new Joins(before, after).between(ownerBefore.name(), part.name())
                : new Joins(before, after)
                        .between(part.name(), ownerAfter.name()).stream()
                                .map(InheritanceResolver::reversed)
                                .toList();
        List<Identifier> own = ownerAfter.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Identifier> there = part.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        return found.stream()
                .filter(join -> join.stream().map(Pair::to).toList().containsAll(there) && join.size() == there.size())
                .findFirst()
                .or(() -> Optional.of(own)
                        .filter(columns -> !columns.isEmpty() && columns.size() == there.size())
                        .map(columns -> {
                            List<Pair> pairs = new ArrayList<>();
                            for (int i = 0; i < columns.size(); i++) {
                                pairs.add(new Pair(columns.get(i), there.get(i)));
                            }
                            return pairs;
                        }));
    }

    private static List<Pair> reversed(List<Pair> pairs) {
        return pairs.stream().map(pair -> new Pair(pair.to(), pair.from())).toList();
    }

    /** What tells rows of a class and of all its subclasses. */
    private static List<String> kinds(MappedHierarchy hierarchy, MappedClass top) {
        Set<String> below = new HashSet<>(Set.of(top.name()));
        List<String> kinds = new ArrayList<>();
        for (MappedClass each : hierarchy.classes()) {
            boolean included =
                    each.equals(top) || each.parent().filter(below::contains).isPresent();
            if (included) {
                below.add(each.name());
            }
            if (included && !each.isAbstract()) {
                kinds.add(each.value());
            }
        }
        return kinds;
    }

    /** Tables that seem to be of classes, by their key, and of which nothing says of which. */
    private List<QualifiedName> unknown(MappedHierarchy hierarchy, List<KindMove> found) {
        Set<QualifiedName> known = new HashSet<>();
        found.forEach(move -> known.add(move.part()));
        Schema with = hierarchy.single() ? before : after;
        Schema without = hierarchy.single() ? after : before;
        boolean comes = hierarchy.single();
        return new TreeMap<>(with.tables())
                .values().stream()
                        .filter(table -> without.table(table.name()).isEmpty() && !known.contains(table.name()))
                        .filter(table -> comes || isOfClass(hierarchy, table.name()))
                        .filter(table -> sharesKey(hierarchy.table(), table, with, known))
                        .filter(table -> losesOrGets(hierarchy, table))
                        .map(Table::name)
                        .toList();
    }

    private static boolean isOfClass(MappedHierarchy hierarchy, QualifiedName table) {
        return hierarchy.classes().stream().anyMatch(each -> each.table().equals(table));
    }

    private static boolean sharesKey(QualifiedName owner, Table table, Schema schema, Set<QualifiedName> parts) {
        return table.foreignKeys().stream()
                .filter(key -> table.primaryKey()
                        .filter(primary -> primary.columns().equals(key.columns()))
                        .isPresent())
                .anyMatch(key -> key.referencedTable().equals(owner)
                        || parts.contains(key.referencedTable())
                        || schema.table(key.referencedTable())
                                .filter(next -> !next.equals(table))
                                .filter(next -> sharesKey(owner, next, schema, parts))
                                .isPresent());
    }

    /** Whether the root's table gets, or loses, a column of the name of one of this table's. */
    private boolean losesOrGets(MappedHierarchy hierarchy, Table table) {
        Table ownerBefore = before.table(hierarchy.table()).orElseThrow();
        Table ownerAfter = after.table(hierarchy.table()).orElseThrow();
        Table with = hierarchy.single() ? ownerAfter : ownerBefore;
        Table without = hierarchy.single() ? ownerBefore : ownerAfter;
        return table.columns().keySet().stream()
                .filter(column -> !isKey(table, column))
                .anyMatch(column -> with.column(column).isPresent()
                        && without.column(column).isEmpty());
    }
}
