package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Key;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes a table of a model say what differences found about its keys, checks, indexes and comment. */
final class ConstraintAdoption {

    private static final String UNIQUE = "unique";

    private final Table table;
    private final Subjects subjects;
    private final Printer printer;
    private final Map<String, QualifiedName> tables;

    ConstraintAdoption(Table table, Subjects subjects, Printer printer, Map<String, QualifiedName> tables) {
        this.table = table;
        this.subjects = subjects;
        this.printer = printer;
        this.tables = tables;
    }

    Table of(Difference difference) {
        Optional<Fact> found = difference.found();
        return switch (difference.kind()) {
            case COMMENT -> table.withComment(found.map(Fact::definition));
            case PRIMARY_KEY ->
                table.withPrimaryKey(columns(found).map(columns -> new PrimaryKey(Optional.empty(), columns)));
            case UNIQUE -> table.withUniqueKeys(replaced(table.uniqueKeys(), isUnique(difference), uniqueKey(found)));
            case FOREIGN_KEY ->
                table.withForeignKeys(
                        replaced(table.foreignKeys(), named(difference, ForeignKey::name), foreignKey(found)));
            case INDEX ->
                table.withIndexes(replaced(table.indexes(), named(difference, Index::name), index(difference)));
            case CHECK -> check(difference);
            case TABLE, COLUMN, NULLABILITY, DEFAULT, IDENTITY, GENERATED, COLLATION, OPTION, SEQUENCE, TYPE -> table;
        };
    }

    private static <E> Set<E> replaced(Collection<E> all, Predicate<E> old, Optional<E> fresh) {
        Set<E> rest = all.stream().filter(old.negate()).collect(Collectors.toCollection(LinkedHashSet::new));
        fresh.ifPresent(rest::add);
        return rest;
    }

    /** Whether something is what was expected. */
    private <E> Predicate<E> named(Difference difference, Function<E, Identifier> name) {
        Optional<String> expected = difference.expected().flatMap(Fact::name);
        return each -> expected.filter(subjects.of(name.apply(each))::equals).isPresent();
    }

    private Predicate<UniqueKey> isUnique(Difference difference) {
        Optional<Fact> expected = difference.expected();
        return key -> expected.filter(fact -> fact.name()
                        .map(name -> key.name()
                                .map(subjects::of)
                                .filter(name::equals)
                                .isPresent())
                        .orElseGet(() -> key.name().isEmpty()
                                && fact.key()
                                        .filter(on -> on.columns().equals(subjects.of(key.columns())))
                                        .isPresent()))
                .isPresent();
    }

    private Optional<UniqueKey> uniqueKey(Optional<Fact> found) {
        return columns(found).map(columns -> new UniqueKey(name(found), columns, Optional.empty()));
    }

    private Optional<ForeignKey> foreignKey(Optional<Fact> found) {
        Optional<Key> key = found.flatMap(Fact::key);
        Optional<QualifiedName> target = key.map(on -> tables.get(on.target()));
        return target.flatMap(name -> Arrays.stream(ForeignKey.Action.values())
                .map(action -> new ForeignKey(
                                name(found).orElseThrow(),
                                identifiers(key.get().columns()),
                                name,
                                identifiers(key.get().targetColumns()))
                        .withOnDelete(action))
                .filter(candidate -> new ForeignKeyFacts(subjects)
                        .of(candidate, table)
                        .definition()
                        .equals(found.get().definition()))
                .findFirst());
    }

    /** One that only has another name keeps what else the model says of it. */
    private Optional<Index> index(Difference difference) {
        Optional<Fact> found = difference.found();
        if (difference.isName()) {
            return table.indexes().stream()
                    .filter(named(difference, Index::name))
                    .findFirst()
                    .map(index -> index.withName(name(found).orElseThrow()));
        }
        return columns(found)
                .map(columns -> Index.of(name(found).orElseThrow(), columns)
                        .withUnique(found.get()
                                .definition()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(UNIQUE)));
    }

    private Table check(Difference difference) {
        Table without = difference.expected().map(this::without).orElse(table);
        return difference
                .found()
                .map(fact -> without.plus(new Check(name(Optional.of(fact)), fact.definition())))
                .orElse(without);
    }

    /** A check without a name is the one that the server prints so. */
    private Table without(Fact expected) {
        Predicate<Check> same = check -> expected.name()
                .map(name -> check.name().map(subjects::of).filter(name::equals).isPresent())
                .orElseGet(() -> check.name().isEmpty() && printer.prints(table, check, expected));
        List<Column> columns = table.columns().values().stream()
                .map(column -> without(column, expected, same))
                .toList();
        return table.withColumns(columns).withChecks(replaced(table.checks(), same, Optional.empty()));
    }

    private Column without(Column column, Fact expected, Predicate<Check> same) {
        if (expected.name().isEmpty() && printer.prints(table, column, expected)) {
            return column.withType(unchecked(column.type())).withChecks(named(column.checks()));
        }
        return column.withChecks(replaced(column.checks(), same, Optional.empty()));
    }

    private static Set<Check> named(Set<Check> checks) {
        return checks.stream().filter(check -> check.name().isPresent()).collect(Collectors.toSet());
    }

    /** What an enum is stored as, without the check that belongs to it. */
    private static Type unchecked(Type type) {
        if (type instanceof Type.EnumOf values) {
            return switch (values.storage()) {
                case NAME -> new Type.Sized(Type.Sized.Kind.VARCHAR, values.length());
                case ORDINAL -> new Type.Simple(Type.Simple.Kind.SMALLINT);
                case REFERENCED_NAME, NAMED_TYPE, NAMED_ORDINAL_TYPE -> type;
            };
        }
        return type;
    }

    private Optional<Identifier> name(Optional<Fact> found) {
        return found.flatMap(Fact::name).map(subjects::identifier);
    }

    private Optional<List<Identifier>> columns(Optional<Fact> found) {
        return found.flatMap(Fact::key).map(key -> identifiers(key.columns()));
    }

    private List<Identifier> identifiers(List<String> names) {
        return names.stream().map(subjects::identifier).toList();
    }
}
