package dev.godwit.dialect.standard;

import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.ValueStore;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements about the values that a migration replaces, and the tables that keep them. */
final class ValueSql {

    /** A type with a name of its own may go before what is kept goes. */
    private static final Type NAME_OF_VALUE = new Type.Sized(Type.Sized.Kind.VARCHAR, 255);

    private final Site site;

    ValueSql(Site site) {
        this.site = site;
    }

    /** Makes the store. */
    String create(QualifiedName store, List<Column> key, Column from, Column to) {
        List<Identifier> keys = ValueStore.key(key.size());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            columns.add(stored(key.get(i), keys.get(i)).withNullable(false));
        }
        columns.add(stored(from, ValueStore.OLD));
        columns.add(stored(to, ValueStore.NEW));
        return site.definitions()
                .createTable(
                        Table.of(store, columns).withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), keys))));
    }

    private Column stored(Column column, Identifier name) {
        return Column.of(name.toString(), storedType(column.type())).withCollation(column.collation());
    }

    private Type storedType(Type type) {
        return isNamed(type) ? NAME_OF_VALUE : new Type.Native(site.dialect().render(type));
    }

    private boolean isNamed(Type type) {
        return switch (site.dialect().kind()) {
            case POSTGRESQL, H2 -> NamedTypes.of(type).isPresent();
            case MARIADB, MYSQL -> false;
        };
    }

    /** Keeps the values of rows, with what replaces them. */
    String keep(QualifiedName store, Table table, Column from, Column to, String newValue, String rows) {
        return "insert into %s (%s, %s, %s) select %s, %s, %s from %s where %s"
                .formatted(
                        site.quote(store),
                        list(ValueStore.key(key(table).size())),
                        site.quote(ValueStore.OLD),
                        site.quote(ValueStore.NEW),
                        list(key(table)),
                        cast(from.type(), site.quote(from.name()), storedType(from.type())),
                        cast(to.type(), newValue, storedType(to.type())),
                        site.quote(table.name()),
                        rows);
    }

    private String cast(Type type, String value, Type to) {
        return isNamed(type) ? "cast(%s as %s)".formatted(value, site.dialect().render(to)) : value;
    }

    /** Takes those out of the store that somebody has changed or deleted since. */
    String forget(QualifiedName store, QualifiedName table, List<Identifier> key, Identifier column) {
        return "delete from %s where not exists (select 1 from %s t where %s and %s)"
                .formatted(
                        site.quote(store),
                        site.quote(table),
                        sameKey("t", key, site.quote(store)),
                        same(
                                site.dialect().kind(),
                                "t." + site.quote(column),
                                site.quote(store) + "." + site.quote(ValueStore.NEW)));
    }

    /** Gives rows the values that are in the store. */
    String putBack(QualifiedName store, QualifiedName table, List<Identifier> key, Column column) {
        return "%s where exists (select 1 from %s k where %s)"
                .formatted(
                        giveBack(store, table, key, column), site.quote(store), sameKey(site.quote(table), key, "k"));
    }

    /** The same for rows that are all in the store, which a condition is to pick. */
    String giveBack(QualifiedName store, QualifiedName table, List<Identifier> key, Column column) {
        return "update %s set %s = (select %s from %s k where %s)"
                .formatted(
                        site.quote(table),
                        site.quote(column.name()),
                        cast(column.type(), "k." + site.quote(ValueStore.OLD), column.type()),
                        site.quote(store),
                        sameKey(site.quote(table), key, "k"));
    }

    /** Holds for the rows that still have the value which the migration gave them. */
    String hasNewValue(QualifiedName store, QualifiedName table, List<Identifier> key, Identifier column) {
        return "exists (select 1 from %s k where %s and %s)"
                .formatted(
                        site.quote(store),
                        sameKey(site.quote(table), key, "k"),
                        same(
                                site.dialect().kind(),
                                site.quote(table) + "." + site.quote(column),
                                "k." + site.quote(ValueStore.NEW)));
    }

    /** What a row of the table will have once it has its old value back, told before anything is executed. */
    String afterwards(QualifiedName store, QualifiedName table, List<Identifier> key, Identifier live, Column column) {
        String row = sameKey(site.quote(table), key, "k") + " and "
                + same(
                        site.dialect().kind(),
                        site.quote(table) + "." + site.quote(live),
                        "k." + site.quote(ValueStore.NEW));
        return "case when exists (select 1 from %1$s k where %2$s) then (select %3$s from %1$s k where %2$s) else %4$s end"
                .formatted(
                        site.quote(store),
                        row,
                        cast(column.type(), "k." + site.quote(ValueStore.OLD), column.type()),
                        site.quote(live));
    }

    private String sameKey(String rows, List<Identifier> key, String kept) {
        List<Identifier> keys = ValueStore.key(key.size());
        return IntStream.range(0, key.size())
                .mapToObj(i -> "%s.%s = %s.%s".formatted(rows, site.quote(key.get(i)), kept, site.quote(keys.get(i))))
                .collect(Collectors.joining(" and "));
    }

    /** Down to the last bit, and for types without equality too. */
    static String same(DatabaseKind database, String one, String other) {
        return switch (database) {
            case POSTGRESQL -> "cast(%s as text) is not distinct from cast(%s as text)".formatted(one, other);
            case H2 -> "%s is not distinct from %s".formatted(one, other);
            case MARIADB, MYSQL -> "binary %s <=> binary %s".formatted(one, other);
        };
    }

    static List<Identifier> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    private String list(List<Identifier> columns) {
        return columns.stream().map(site::quote).collect(Collectors.joining(", "));
    }
}
