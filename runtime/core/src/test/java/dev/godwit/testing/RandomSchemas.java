package dev.godwit.testing;

import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random schemas for property tests: every kind of type, key and name, consistent in themselves. The same seed gives
 * the same schemas; a test names it when it fails.
 */
public final class RandomSchemas {

    private static final List<String> TABLES =
            List.of("customers", "orders", "`Order`", "sales.items", "main..items", "`a.b`.items", "Parts", "tags");
    private static final List<String> COLUMNS =
            List.of("id", "name", "`Name`", "amount", "tier", "created_at", "note", "`order`", "size_", "city");

    private final Random random;
    private final RandomColumns columns;

    public RandomSchemas(long seed) {
        this.random = new Random(seed);
        this.columns = new RandomColumns(random);
    }

    /** A schema of up to as many tables, with sequences and a structured type. */
    public Schema schema() {
        Schema schema = Schema.EMPTY;
        if (random.nextInt(3) == 0) {
            schema = schema.plus(struct());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            schema = schema.plus(sequence());
        }
        for (String name : some(TABLES, random.nextInt(6))) {
            schema = schema.plus(table(QualifiedName.of(name), schema.structs().keySet()));
        }
        for (int i = random.nextInt(5); i > 0 && !schema.tables().isEmpty(); i--) {
            schema = withForeignKey(schema);
        }
        return schema;
    }

    /** A schema that comes of this one by a few edits. */
    public Schema edited(Schema schema) {
        return new RandomEdits(random, this, columns).edit(schema);
    }

    Struct struct() {
        Map<Identifier, Type> attributes = new LinkedHashMap<>();
        some(COLUMNS, 2).forEach(name -> attributes.put(Identifier.of(name), columns.type(Set.of(), 0)));
        return new Struct(QualifiedName.of("address"), attributes);
    }

    Sequence sequence() {
        return new Sequence(
                QualifiedName.of(columns.pick(TABLES)).withName(Identifier.of("seq_" + random.nextInt(4))),
                1 + random.nextInt(2),
                random.nextBoolean() ? 50 : 1,
                columns.maybe("cache 5"));
    }

    QualifiedName tableName() {
        return QualifiedName.of(columns.pick(TABLES));
    }

    Column column(Set<QualifiedName> structs) {
        return columns.column(Identifier.of(columns.pick(COLUMNS)), structs);
    }

    Table table(QualifiedName name, Set<QualifiedName> structs) {
        List<Column> all = new ArrayList<>();
        some(COLUMNS, 1 + random.nextInt(6)).forEach(column -> all.add(columns.column(Identifier.of(column), structs)));
        Table table =
                Table.of(name, all).withComment(columns.maybe(columns.text())).withOptions(columns.maybe("/**/"));
        if (random.nextInt(4) > 0) {
            table = withKeyColumn(table);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            table = table.plus(index(table));
        }
        return random.nextBoolean() ? table.plus(unique(table)).plus(columns.check()) : table;
    }

    private Table withKeyColumn(Table table) {
        Column id = Column.of("id", columns.keyType()).withNullable(false).withIdentity(random.nextBoolean());
        List<Identifier> key = new ArrayList<>(List.of(id.name()));
        if (random.nextInt(4) == 0) {
            table.columns().keySet().stream()
                    .filter(name -> !name.equals(id.name()))
                    .findFirst()
                    .ifPresent(key::add);
        }
        return table.plus(id)
                .withPrimaryKey(
                        Optional.of(new PrimaryKey(columns.maybe(Identifier.of("pk_" + random.nextInt(99))), key)));
    }

    UniqueKey unique(Table table) {
        return new UniqueKey(
                columns.maybe(Identifier.of("uk_" + random.nextInt(99))),
                some(List.copyOf(table.columns().keySet()), 1 + random.nextInt(2)),
                columns.maybe("/* unique */"));
    }

    Index index(Table table) {
        List<Index.Part> parts = new ArrayList<>();
        some(List.copyOf(table.columns().keySet()), 1 + random.nextInt(2))
                .forEach(column -> parts.add(
                        random.nextInt(4) == 0 ? Index.Part.of(column).ordered("desc") : Index.Part.of(column)));
        if (random.nextInt(4) == 0) {
            parts.add(Index.Part.ofExpression("lower('" + random.nextInt(9) + "')"));
        }
        return new Index(
                Identifier.of("ix_" + random.nextInt(10_000)),
                parts,
                random.nextInt(3) == 0,
                columns.maybe("btree"),
                columns.maybe("/* index */"));
    }

    /** The schema with one more foreign key over columns of its own, to a table's primary key, perhaps its own table's. */
    Schema withForeignKey(Schema schema) {
        Table from = columns.pick(List.copyOf(schema.tables().values()));
        Table to = columns.pick(List.copyOf(schema.tables().values()));
        if (to.primaryKey().isEmpty()) {
            return schema;
        }
        int number = random.nextInt(10_000);
        List<Identifier> own = new ArrayList<>();
        Table owner = from;
        for (Identifier referenced : to.primaryKey().get().columns()) {
            Identifier name = Identifier.of("fk%d_%s".formatted(number, referenced.text()));
            own.add(name);
            owner = owner.plus(
                    Column.of("any", to.column(referenced).orElseThrow().type()).withName(name));
        }
        ForeignKey key = new ForeignKey(
                Identifier.of("fk_" + number),
                own,
                to.name(),
                to.primaryKey().get().columns(),
                columns.pick(List.of(ForeignKey.Action.values())),
                Optional.empty(),
                columns.maybe("/* key */"));
        return from.foreignKey(key.name()).isPresent() ? schema : schema.plus(owner.plus(key));
    }

    private <T> List<T> some(List<T> values, int count) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }
}
