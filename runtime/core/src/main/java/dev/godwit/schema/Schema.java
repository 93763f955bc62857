package dev.godwit.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a model says about its database. Two schemas are equal when they say the same, in whatever order.
 *
 * @param tables by name
 * @param sequences by name
 * @param structs by name
 */
public record Schema(
        Map<QualifiedName, Table> tables, Map<QualifiedName, Sequence> sequences, Map<QualifiedName, Struct> structs) {

    public static final Schema EMPTY = new Schema(Map.of(), Map.of(), Map.of());

    public Schema {
        tables = Frozen.map(tables);
        sequences = Frozen.map(sequences);
        structs = Frozen.map(structs);
    }

    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Optional<Sequence> sequence(QualifiedName name) {
        return Optional.ofNullable(sequences.get(name));
    }

    public Optional<Struct> struct(QualifiedName name) {
        return Optional.ofNullable(structs.get(name));
    }

    /** The schema with this table added, or replaced where one of its name is there. */
    public Schema plus(Table table) {
        return withTables(plus(tables, table.name(), table));
    }

    /** The schema with these tables added, each replaced where one of its name is there. */
    public Schema plusTables(Collection<Table> others) {
        Map<QualifiedName, Table> more = new LinkedHashMap<>(tables);
        others.forEach(table -> more.put(table.name(), table));
        return withTables(more);
    }

    /** The schema without this table; foreign keys to it are left as they are. */
    public Schema minusTable(QualifiedName table) {
        return withTables(minus(tables, table));
    }

    /** The schema with this sequence added, or replaced where one of its name is there. */
    public Schema plus(Sequence sequence) {
        return new Schema(tables, plus(sequences, sequence.name(), sequence), structs);
    }

    public Schema minusSequence(QualifiedName sequence) {
        return new Schema(tables, minus(sequences, sequence), structs);
    }

    /** The schema with this struct added, or replaced where one of its name is there. */
    public Schema plus(Struct struct) {
        return new Schema(tables, sequences, plus(structs, struct.name(), struct));
    }

    public Schema minusStruct(QualifiedName struct) {
        return new Schema(tables, sequences, minus(structs, struct));
    }

    /** The schema with a table under another name, and with the foreign keys that refer to it following. */
    public Schema renamedTable(QualifiedName from, QualifiedName to) {
        Map<QualifiedName, Table> renamed = new LinkedHashMap<>();
        tables.values().forEach(table -> {
            Table moved = (table.name().equals(from) ? table.withName(to) : table).referencing(from, to);
            renamed.put(moved.name(), moved);
        });
        return withTables(renamed);
    }

    /** The schema with a column under another name, in every key and index that names it. */
    public Schema renamedColumn(QualifiedName table, Identifier from, Identifier to) {
        Map<QualifiedName, Table> renamed = new LinkedHashMap<>();
        tables.values().forEach(each -> {
            Table own = each.name().equals(table) ? each.renamed(from, to) : each;
            renamed.put(own.name(), own.referencing(table, from, to));
        });
        return withTables(renamed);
    }

    private Schema withTables(Map<QualifiedName, Table> other) {
        return new Schema(other, sequences, structs);
    }

    private static <V> Map<QualifiedName, V> plus(Map<QualifiedName, V> all, QualifiedName name, V one) {
        Map<QualifiedName, V> more = new LinkedHashMap<>(all);
        more.put(name, one);
        return more;
    }

    private static <V> Map<QualifiedName, V> minus(Map<QualifiedName, V> all, QualifiedName name) {
        Map<QualifiedName, V> rest = new LinkedHashMap<>(all);
        rest.remove(name);
        return rest;
    }
}
