package dev.godwit.diff;

import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rows of a table before the migration belong to which of another one after it. */
record Joins(Schema before, Schema after) {

    /**
     * The ways in which rows of two tables belong together: by the primary key that they share, or else by each foreign
     * key between them that had values before, or that rows which are made get.
     */
    List<List<Pair>> between(QualifiedName from, QualifiedName to) {
        Table source = before.table(from).orElseThrow();
        Table target = after.table(to).orElseThrow();
        Optional<List<Pair>> shared = shared(source, target);
        if (shared.isPresent()) {
            return List.of(shared.get());
        }
        Set<List<Pair>> joins = new LinkedHashSet<>();
        target.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(from))
                .filter(key -> isThere(source, key.referencedColumns()) && isFilled(to, key.columns()))
                .forEach(key -> joins.add(pairs(key.referencedColumns(), key.columns())));
        source.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(to) && isThere(target, key.referencedColumns()))
                .forEach(key -> joins.add(pairs(key.columns(), key.referencedColumns())));
        return List.copyOf(joins);
    }

    /** Whether rows have values in the columns: those of before, or those that are made with them. */
    private boolean isFilled(QualifiedName table, List<Identifier> columns) {
        return before.table(table).map(former -> isThere(former, columns)).orElse(true);
    }

    private static boolean isThere(Table table, List<Identifier> columns) {
        return columns.stream().allMatch(column -> table.column(column).isPresent());
    }

    private static List<Pair> pairs(List<Identifier> from, List<Identifier> to) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            pairs.add(new Pair(from.get(i), to.get(i)));
        }
        return pairs;
    }

    private Optional<List<Pair>> shared(Table source, Table target) {
        List<Keyed> others = Keyed.of(target, after);
        return Keyed.of(source, before).stream()
                .flatMap(one -> others.stream()
                        .filter(other -> other.table().equals(one.table()))
                        .flatMap(other -> one.pairedWith(other).stream()))
                .findFirst();
    }

    /**
     * A table whose primary key a table has for its own.
     *
     * @param own the columns of the one table
     * @param there the columns of the other, in the same order
     */
    private record Keyed(QualifiedName table, List<Identifier> own, List<Identifier> there) {

        /** The table itself, and all whose key it shares, as a subclass shares that of its superclasses. */
        static List<Keyed> of(Table table, Schema schema) {
            List<Identifier> own = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
            List<Keyed> found = new ArrayList<>();
            Optional<Keyed> next = own.isEmpty() ? Optional.empty() : Optional.of(new Keyed(table.name(), own, own));
            while (next.isPresent() && !found.contains(next.get())) {
                found.add(next.get());
                next = next.get().parent(schema);
            }
            return found;
        }

        private Optional<Keyed> parent(Schema schema) {
            return schema.table(table).stream()
                    .flatMap(here -> here.foreignKeys().stream())
                    .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(there)))
                    .map(this::through)
                    .findFirst();
        }

        private Keyed through(ForeignKey key) {
            return new Keyed(
                    key.referencedTable(),
                    own,
                    there.stream()
                            .map(column ->
                                    key.referencedColumns().get(key.columns().indexOf(column)))
                            .toList());
        }

        Optional<List<Pair>> pairedWith(Keyed other) {
            if (!Set.copyOf(there).equals(Set.copyOf(other.there))) {
                return Optional.empty();
            }
            return Optional.of(pairs(
                    own,
                    there.stream()
                            .map(column -> other.own.get(other.there.indexOf(column)))
                            .toList()));
        }
    }
}
