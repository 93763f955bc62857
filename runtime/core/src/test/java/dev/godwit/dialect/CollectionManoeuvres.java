package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;

import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import java.util.List;
import java.util.function.Consumer;

/** A value that becomes a collection, and the reverse, while two versions of an application run. */
final class CollectionManoeuvres {

    private CollectionManoeuvres() {}

    static List<Manoeuvre> all() {
        return List.of(
                valueToSet(),
                setToValue(),
                valueToBag(),
                bagToValue(),
                requiredValueToEntities(),
                withoutForeignKey(),
                severalColumns());
    }

    static void people(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(40))
                        .column("phone", varchar(20))
                        .primaryKey("id"));
    }

    private static void withoutPhone(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(40))
                        .primaryKey("id"));
    }

    static void set(NewTable table) {
        table.column("person_id", bigint().notNull())
                .column("phones", varchar(20).notNull())
                .primaryKey("person_id", "phones")
                .foreignKey("fk_phones", foreignKey("person_id").references("people", "id"));
    }

    static void bag(NewTable table) {
        table.column("person_id", bigint().notNull())
                .column("phones", varchar(20))
                .foreignKey("fk_phones", foreignKey("person_id").references("people", "id"));
    }

    static Consumer<SchemaChanges> toPhones(Consumer<NewTable> table) {
        return schema -> {
            schema.createTable("person_phones", table);
            schema.moveValues(
                    "people",
                    "person_phones",
                    v -> v.join("id", "person_id").column("phone", "phones").newRows());
            schema.table("people").dropColumn("phone");
        };
    }

    static void toPhone(SchemaChanges schema) {
        schema.table("people").addColumn("phone", varchar(20));
        schema.moveValues(
                "person_phones", "people", v -> v.join("person_id", "id").column("phones", "phone"));
        schema.dropTable("person_phones");
    }

    private static final String VALUE = "select id, phone from people order by id";
    private static final String ELEMENTS = "select person_id, phones from person_phones order by person_id, phones";

    private static final String[] ROWS = {
        "insert into people (id, name, phone) values (1, 'a', 'a1'), (2, 'b', 'b1'), (3, 'c', null), (4, 'd', 'd1'),"
                + " (5, 'e', 'e1'), (6, 'f', 'f1'), (7, 'g', 'g1'), (8, 'h', null), (9, 'i', 'i1')"
    };

    private static final String[] SINGLE = {
        "insert into people (id, name, phone) values (11, 'k', 'k1'), (12, 'l', null)",
        "update people set phone = 'a2' where id = 1",
        "update people set phone = 'c1' where id = 3",
        "update people set phone = null where id = 4",
        "update people set name = 'gg' where id = 7",
        "delete from people where id = 2"
    };

    private static final String[] SEVERAL = {
        "insert into people (id, name) values (21, 'u'), (22, 'v')",
        "insert into person_phones (person_id, phones) values (21, 'u1')",
        "insert into person_phones (person_id, phones) values (21, 'u2')",
        "insert into person_phones (person_id, phones) values (1, 'a0')",
        "insert into person_phones (person_id, phones) values (5, 'e3'), (5, 'e2')",
        "delete from person_phones where person_id = 5 and phones = 'e1'",
        "delete from person_phones where person_id = 6",
        "update person_phones set phones = 'g2' where person_id = 7",
        "update person_phones set person_id = 8 where person_id = 9",
        "delete from person_phones where person_id = 11",
        "delete from people where id = 11"
    };

    private static final String[] ONE_OF_THEM = {
        "1|a2", "3|c1", "4|null", "5|e2", "6|null", "7|g2", "8|i1", "9|null", "12|null", "21|u1", "22|null"
    };
    private static final String[] ALL_OF_THEM = {
        "1|a0", "1|a2", "3|c1", "5|e2", "5|e3", "7|g2", "8|i1", "21|u1", "21|u2"
    };

    private static Manoeuvre valueToSet() {
        return Manoeuvre.of(
                        "a value becomes a set",
                        CollectionManoeuvres::people,
                        toPhones(CollectionManoeuvres::set),
                        CollectionManoeuvres::toPhone)
                .withRows(ROWS)
                .oldWrites(SINGLE)
                .newWrites(SEVERAL)
                .oldSees(VALUE, ONE_OF_THEM)
                .newSees(ELEMENTS, ALL_OF_THEM)
                .laterWrites("insert into person_phones (person_id, phones) values (22, 'v1')");
    }

    private static Manoeuvre valueToBag() {
        return Manoeuvre.of(
                        "a value becomes a bag",
                        CollectionManoeuvres::people,
                        toPhones(CollectionManoeuvres::bag),
                        CollectionManoeuvres::toPhone)
                .withRows(ROWS)
                .oldWrites(SINGLE)
                .newWrites(SEVERAL)
                .oldSees(VALUE, ONE_OF_THEM)
                .newSees(ELEMENTS, ALL_OF_THEM)
                .laterWrites("insert into person_phones (person_id, phones) values (22, null), (22, null)");
    }

    private static Manoeuvre setToValue() {
        return toValue("a set becomes a value", CollectionManoeuvres::set);
    }

    private static Manoeuvre bagToValue() {
        return toValue("a bag becomes a value", CollectionManoeuvres::bag);
    }

    private static Manoeuvre toValue(String name, Consumer<NewTable> table) {
        return Manoeuvre.of(
                        name,
                        schema -> {
                            withoutPhone(schema);
                            schema.createTable("person_phones", table);
                        },
                        CollectionManoeuvres::toPhone,
                        toPhones(table))
                .withRows(
                        "insert into people (id, name) values (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e'), (6, 'f')",
                        "insert into person_phones (person_id, phones) values (1, 'a2'), (1, 'a1'), (2, 'b1'), (4, 'd1'),"
                                + " (4, 'd2'), (5, 'e1'), (5, 'e2'), (6, 'f1')")
                .oldWrites(
                        "insert into people (id, name) values (11, 'k')",
                        "insert into person_phones (person_id, phones) values (11, 'k1'), (11, 'k2')",
                        "delete from person_phones where person_id = 1 and phones = 'a1'",
                        "insert into person_phones (person_id, phones) values (1, 'a3')",
                        "delete from person_phones where person_id = 2",
                        "delete from person_phones where person_id = 6",
                        "delete from people where id = 6")
                .newWrites(
                        "insert into people (id, name, phone) values (21, 'u', 'u1'), (22, 'v', null)",
                        "update people set phone = 'a4' where id = 1",
                        "update people set phone = 'c1' where id = 3",
                        "update people set phone = null where id = 4",
                        "delete from people where id = 5")
                .oldSees(ELEMENTS, "1|a3", "1|a4", "3|c1", "4|d2", "11|k1", "11|k2", "21|u1")
                .newSees(VALUE, "1|a4", "2|null", "3|c1", "4|d2", "11|k1", "21|u1", "22|null")
                .laterWrites("insert into people (id, phone) values (31, 'x1')", "delete from people where id = 1");
    }

    /** Child entities have keys of their own; what stands for no value is no element when the new version adds a person. */
    private static Manoeuvre requiredValueToEntities() {
        Consumer<SchemaChanges> setUp = schema -> schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull().identity())
                        .column("floor", integer().notNull())
                        .primaryKey("id"));
        Consumer<SchemaChanges> up = schema -> {
            schema.createTable(
                    "offices",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("person_id", bigint())
                            .column("floor", integer())
                            .primaryKey("id"));
            schema.moveValues(
                    "people",
                    "offices",
                    v -> v.join("id", "person_id").column("floor").newRows());
            schema.table("offices")
                    .addForeignKey("fk_offices_person", foreignKey("person_id").references("people", "id"));
            schema.table("people").dropColumn("floor");
        };
        Consumer<SchemaChanges> down = schema -> {
            schema.table("people").addColumn("floor", integer().notNull(), "-1");
            schema.moveValues(
                    "offices", "people", v -> v.join("person_id", "id").column("floor"));
            schema.table("offices").dropForeignKey("fk_offices_person");
            schema.dropTable("offices");
        };
        return Manoeuvre.of("a required value becomes entities", setUp, up, down)
                .withRows("insert into people (floor) values (0), (1), (2), (3)")
                .oldWrites(
                        "insert into people (floor) values (4)",
                        "update people set floor = 11 where id = 2",
                        "update people set floor = -1 where id = 3",
                        "delete from people where id = 4")
                .newWrites(
                        "insert into people (id) values (21), (22)",
                        "insert into offices (person_id, floor) values (21, 7)",
                        "insert into offices (person_id, floor) values (1, -5)",
                        "insert into offices (person_id, floor) values (1, null)",
                        "update offices set floor = 12 where person_id = 2",
                        "delete from offices where person_id = 5")
                .oldSees("select id, floor from people order by id", "1|0", "2|12", "3|-1", "5|-1", "21|7", "22|-1")
                .newSees(
                        "select person_id, floor from offices where floor is not null order by person_id, floor",
                        "1|-5",
                        "1|0",
                        "2|12",
                        "21|7");
    }

    private static Manoeuvre withoutForeignKey() {
        Consumer<SchemaChanges> up = toPhones(t -> t.column("person_id", bigint().notNull())
                .column("phones", varchar(20).notNull())
                .primaryKey("person_id", "phones"));
        return Manoeuvre.of(
                        "a value becomes a set without a foreign key",
                        CollectionManoeuvres::people,
                        up,
                        CollectionManoeuvres::toPhone)
                .withRows("insert into people (id, phone) values (1, 'a1'), (2, 'b1'), (3, 'c1')")
                .oldWrites("delete from people where id = 2", "update people set phone = null where id = 3")
                .newWrites("insert into person_phones (person_id, phones) values (3, 'c2')")
                .oldSees(VALUE, "1|a1", "3|c2")
                .newSees(ELEMENTS, "1|a1", "3|c2");
    }

    /** An element is its columns together, of which some may be NULL. */
    private static Manoeuvre severalColumns() {
        Consumer<SchemaChanges> setUp = schema -> schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("street", varchar(20))
                        .column("city", varchar(20))
                        .primaryKey("id"));
        Consumer<SchemaChanges> up = schema -> {
            schema.createTable(
                    "addresses",
                    t -> t.column("person_id", bigint().notNull())
                            .column("street", varchar(20))
                            .column("city", varchar(20))
                            .foreignKey("fk_addresses", foreignKey("person_id").references("people", "id")));
            schema.moveValues(
                    "people",
                    "addresses",
                    v -> v.join("id", "person_id")
                            .column("street")
                            .column("city")
                            .newRows());
            schema.table("people").dropColumn("street").dropColumn("city");
        };
        Consumer<SchemaChanges> down = schema -> {
            schema.table("people").addColumn("street", varchar(20)).addColumn("city", varchar(20));
            schema.moveValues(
                    "addresses",
                    "people",
                    v -> v.join("person_id", "id").column("street").column("city"));
            schema.dropTable("addresses");
        };
        return Manoeuvre.of("a value of several columns becomes a collection", setUp, up, down)
                .withRows("insert into people (id, street, city) values (1, 's', 'c'), (2, null, 'c'), (3, null, null)")
                .oldWrites(
                        "update people set street = 't' where id = 1",
                        "update people set street = 's' where id = 3",
                        "insert into people (id, city) values (4, 'c4')")
                .newWrites(
                        "insert into addresses (person_id, street, city) values (1, 'a', 'z')",
                        "insert into addresses (person_id, street, city) values (1, 'a', 'b')",
                        "delete from addresses where person_id = 1 and street = 't'",
                        "insert into addresses (person_id, street, city) values (2, 'x', 'y')",
                        "update addresses set city = 'd' where person_id = 3")
                .oldSees("select id, street, city from people order by id", "1|a|b", "2|null|c", "3|s|d", "4|null|c4")
                .newSees(
                        "select person_id, street, city from addresses order by person_id, city",
                        "1|a|b",
                        "1|a|z",
                        "2|null|c",
                        "2|x|y",
                        "3|s|d",
                        "4|null|c4");
    }
}
