package dev.godwit.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table. The order of columns and constraints is for the reader; equality does not see it.
 *
 * @param columns by name
 * @param comment the comment, without quotes
 * @param options SQL appended to {@code create table}
 */
public record Table(
        QualifiedName name,
        Map<Identifier, Column> columns,
        Optional<PrimaryKey> primaryKey,
        Set<UniqueKey> uniqueKeys,
        Set<ForeignKey> foreignKeys,
        Set<Check> checks,
        Set<Index> indexes,
        Optional<String> comment,
        Optional<String> options) {

    public Table {
        columns = Frozen.map(columns);
        uniqueKeys = Frozen.set(uniqueKeys);
        foreignKeys = Frozen.set(foreignKeys);
        checks = Frozen.set(checks);
        indexes = Frozen.set(indexes);
    }

    /** A table with nothing but columns. */
    public static Table of(QualifiedName name, Collection<Column> columns) {
        Map<Identifier, Column> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return new Table(
                name,
                byName,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Optional<Column> column(Identifier column) {
        return Optional.ofNullable(columns.get(column));
    }

    public Optional<ForeignKey> foreignKey(Identifier key) {
        return foreignKeys.stream().filter(each -> each.name().equals(key)).findFirst();
    }

    public Optional<Index> index(Identifier index) {
        return indexes.stream().filter(each -> each.name().equals(index)).findFirst();
    }

    public Table withName(QualifiedName other) {
        return new Table(other, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment, options);
    }

    public Table withColumns(Collection<Column> other) {
        Map<Identifier, Column> byName = new LinkedHashMap<>();
        other.forEach(column -> byName.put(column.name(), column));
        return new Table(name, byName, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment, options);
    }

    public Table withPrimaryKey(Optional<PrimaryKey> other) {
        return new Table(name, columns, other, uniqueKeys, foreignKeys, checks, indexes, comment, options);
    }

    public Table withUniqueKeys(Set<UniqueKey> other) {
        return new Table(name, columns, primaryKey, other, foreignKeys, checks, indexes, comment, options);
    }

    public Table withForeignKeys(Set<ForeignKey> other) {
        return new Table(name, columns, primaryKey, uniqueKeys, other, checks, indexes, comment, options);
    }

    public Table withChecks(Set<Check> other) {
        return new Table(name, columns, primaryKey, uniqueKeys, foreignKeys, other, indexes, comment, options);
    }

    public Table withIndexes(Set<Index> other) {
        return new Table(name, columns, primaryKey, uniqueKeys, foreignKeys, checks, other, comment, options);
    }

    public Table withComment(Optional<String> other) {
        return new Table(name, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, other, options);
    }

    public Table withOptions(Optional<String> other) {
        return new Table(name, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment, other);
    }

    /** The table with this column added, or replaced where one of its name is there. */
    public Table plus(Column column) {
        Map<Identifier, Column> all = new LinkedHashMap<>(columns);
        all.put(column.name(), column);
        return withColumns(all.values());
    }

    /** The table without this column; its keys, indexes and checks are left as they are. */
    public Table minus(Identifier column) {
        Map<Identifier, Column> rest = new LinkedHashMap<>(columns);
        rest.remove(column);
        return withColumns(rest.values());
    }

    public Table plus(UniqueKey key) {
        return withUniqueKeys(plus(uniqueKeys, key));
    }

    public Table plus(ForeignKey key) {
        return withForeignKeys(plus(foreignKeys, key));
    }

    public Table plus(Check check) {
        return withChecks(plus(checks, check));
    }

    public Table plus(Index index) {
        return withIndexes(plus(indexes, index));
    }

    private static <E> Set<E> plus(Set<E> all, E one) {
        Set<E> more = new LinkedHashSet<>(all);
        more.add(one);
        return more;
    }

    /** The table with one column renamed, in its keys and indexes too; expressions in SQL are left as they are. */
    public Table renamed(Identifier from, Identifier to) {
        List<Column> renamed = new ArrayList<>();
        columns.values().forEach(column -> renamed.add(column.name().equals(from) ? column.withName(to) : column));
        return withColumns(renamed)
                .withPrimaryKey(primaryKey.map(key -> key.renamed(from, to)))
                .withUniqueKeys(map(uniqueKeys, key -> key.renamed(from, to)))
                .withForeignKeys(map(foreignKeys, key -> key.renamed(from, to)))
                .withIndexes(map(indexes, index -> index.renamed(from, to)));
    }

    /** The table with its foreign keys to one table pointed at another name of it. */
    public Table referencing(QualifiedName from, QualifiedName to) {
        return withForeignKeys(map(
                foreignKeys,
                key -> key.referencedTable().equals(from) ? key.referencing(to, key.referencedColumns()) : key));
    }

    /** The table with its foreign keys to a renamed column following it. */
    Table referencing(QualifiedName table, Identifier from, Identifier to) {
        return withForeignKeys(map(
                foreignKeys,
                key -> key.referencedTable().equals(table)
                        ? key.referencing(table, Names.replace(key.referencedColumns(), from, to))
                        : key));
    }

    private static <E> Set<E> map(Set<E> all, UnaryOperator<E> function) {
        Set<E> mapped = new LinkedHashSet<>();
        all.forEach(each -> mapped.add(function.apply(each)));
        return mapped;
    }
}
