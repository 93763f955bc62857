package dev.godwit.dialect;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.ordinalOf;
import static dev.godwit.Types.smallint;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static dev.godwit.schema.ForeignKey.Action.SET_NULL;

import dev.godwit.SchemaChanges;
import java.util.List;

/** Columns that change their type while two versions of an application run. */
final class TypeManoeuvres {

    private TypeManoeuvres() {}

    static List<Manoeuvre> all() {
        return List.of(
                widenNumbers(),
                narrowNumbers(),
                widenKey(),
                narrowKey(),
                renameEnumValue(),
                removeEnumValue(),
                removeOrdinal());
    }

    private static void items(SchemaChanges schema, boolean wide) {
        schema.createTable(
                "items",
                t -> t.column("id", bigint().notNull())
                        .column(
                                "points",
                                (wide ? bigint() : integer())
                                        .notNull()
                                        .defaultValue(7)
                                        .check("points <> 5555")
                                        .comment("how 'many'"))
                        .column("level", wide ? integer() : smallint())
                        .column("code", varchar(9))
                        .primaryKey("id")
                        .unique(key("level"))
                        .unique(key("points", "level").named("uk_items_points"))
                        .index("ix_items_code", "code", "points")
                        .index("ix_items_level", "level")
                        .check(check("points + id > -3").named("ck_items_points")));
    }

    private static Manoeuvre numbers(String name, boolean widens) {
        return Manoeuvre.of(
                        name,
                        schema -> items(schema, !widens),
                        schema -> alterItems(schema, widens),
                        schema -> alterItems(schema, !widens))
                .withRows("insert into items (id, points, level, code) values (1, 10, 1, 'a'), (2, 20, null, 'b')")
                .oldWrites(
                        "insert into items (id, points, level) values (3, 2147483647, -32768)",
                        "insert into items (id, level) values (4, 4)",
                        "update items set points = 11, level = null where id = 1",
                        "update items set code = 'c' where id = 2")
                .newWrites(
                        "insert into items (id, points, level) values (5, 50, 5)",
                        "insert into items (id) values (6)",
                        "update items set level = 32767 where id = 2",
                        "delete from items where id = 4")
                .oldSees(
                        "select id, points, level, code from items order by id",
                        "1|11|null|a",
                        "2|20|32767|c",
                        "3|2147483647|-32768|null",
                        "5|50|5|null",
                        "6|7|null|null")
                .newSees(
                        "select id, points, level, code from items order by id",
                        "1|11|null|a",
                        "2|20|32767|c",
                        "3|2147483647|-32768|null",
                        "5|50|5|null",
                        "6|7|null|null");
    }

    private static void alterItems(SchemaChanges schema, boolean widens) {
        var narrow = integer().notNull().defaultValue(7).check("points <> 5555").comment("how 'many'");
        var wide = bigint().notNull().defaultValue(7).check("points <> 5555").comment("how 'many'");
        schema.table("items")
                .alterColumn("points", widens ? narrow : wide, widens ? wide : narrow)
                .alterColumn("level", widens ? smallint() : integer(), widens ? integer() : smallint());
    }

    private static Manoeuvre widenNumbers() {
        return numbers("wider numbers", true).laterWrites("update items set points = 3000000000 where id = 1");
    }

    private static Manoeuvre narrowNumbers() {
        return numbers("narrower numbers", false).laterWrites("update items set points = 12 where id = 1");
    }

    private static void people(SchemaChanges schema, boolean wide) {
        schema.createTable(
                "people",
                t -> t.column("id", (wide ? bigint() : integer()).notNull().identity())
                        .column("boss_id", wide ? bigint() : integer())
                        .column("name", varchar(40).notNull())
                        .primaryKey("id")
                        .foreignKey("fk_people_boss", foreignKey("boss_id").references("people", "id")));
        schema.createTable(
                "pets",
                t -> t.column("id", bigint().notNull())
                        .column("owner_id", (wide ? bigint() : integer()).notNull())
                        .column("walker_id", wide ? bigint() : integer())
                        .primaryKey("id", "owner_id")
                        .index("ix_pets_owner", "owner_id")
                        .foreignKey(
                                "fk_pets_owner",
                                foreignKey("owner_id")
                                        .references("people", "id")
                                        .onDelete(CASCADE))
                        .foreignKey(
                                "fk_pets_walker",
                                foreignKey("walker_id")
                                        .references("people", "id")
                                        .onDelete(SET_NULL)));
    }

    /** As a migration is written: the foreign keys make way. */
    private static void alterPeople(SchemaChanges schema, boolean widens) {
        var narrow = integer();
        var wide = bigint();
        schema.table("people").dropForeignKey("fk_people_boss");
        schema.table("pets").dropForeignKey("fk_pets_owner").dropForeignKey("fk_pets_walker");
        schema.table("people")
                .alterColumn(
                        "id",
                        (widens ? integer() : bigint()).notNull().identity(),
                        (widens ? bigint() : integer()).notNull().identity())
                .alterColumn("boss_id", widens ? narrow : wide, widens ? wide : narrow);
        schema.table("pets")
                .alterColumn(
                        "owner_id",
                        (widens ? integer() : bigint()).notNull(),
                        (widens ? bigint() : integer()).notNull())
                .alterColumn("walker_id", widens ? narrow : wide, widens ? wide : narrow);
        schema.table("people")
                .addForeignKey("fk_people_boss", foreignKey("boss_id").references("people", "id"));
        schema.table("pets")
                .addForeignKey(
                        "fk_pets_owner",
                        foreignKey("owner_id").references("people", "id").onDelete(CASCADE))
                .addForeignKey(
                        "fk_pets_walker",
                        foreignKey("walker_id").references("people", "id").onDelete(SET_NULL));
    }

    private static Manoeuvre keys(String name, boolean widens) {
        return Manoeuvre.of(
                        name,
                        schema -> people(schema, !widens),
                        schema -> alterPeople(schema, widens),
                        schema -> alterPeople(schema, !widens))
                .withRows(
                        "insert into people (name) values ('Ann'), ('Bob'), ('Cid')",
                        "update people set boss_id = 1 where id > 1",
                        "insert into pets (id, owner_id, walker_id) values (1, 1, 2), (2, 2, 3), (3, 3, 3)")
                .oldWrites(
                        "insert into people (name, boss_id) values ('Dan', 2)",
                        "insert into pets (id, owner_id) values (4, 4)",
                        "update pets set walker_id = 2 where id = 1")
                .newWrites(
                        "insert into people (name) values ('Eve')",
                        "insert into pets (id, owner_id, walker_id) values (5, 5, 3)",
                        "delete from people where id = 3")
                .oldSees(
                        "select p.id, p.owner_id, p.walker_id, o.boss_id from pets p join people o on o.id = p.owner_id order by p.id",
                        "1|1|2|null",
                        "2|2|null|1",
                        "4|4|null|2",
                        "5|5|null|null")
                .newSees(
                        "select p.id, p.owner_id, p.walker_id, o.boss_id from pets p join people o on o.id = p.owner_id order by p.id",
                        "1|1|2|null",
                        "2|2|null|1",
                        "4|4|null|2",
                        "5|5|null|null");
    }

    private static Manoeuvre widenKey() {
        return keys("wider key", true)
                .laterWrites(
                        "insert into people (id, name) values (3000000000, 'Fay')",
                        "insert into pets (id, owner_id) values (6, 3000000000)",
                        "insert into people (name) values ('Gil')");
    }

    private static Manoeuvre narrowKey() {
        return keys("narrower key", false).laterWrites("insert into people (name) values ('Fay')");
    }

    private static Manoeuvre renameEnumValue() {
        return Manoeuvre.of(
                        "rename an enum value",
                        schema -> schema.createTable(
                                "orders",
                                t -> t.column("id", bigint().notNull())
                                        .column(
                                                "state",
                                                enumOf("OPEN", "DONE").notNull().defaultValue("OPEN"))
                                        .primaryKey("id")),
                        schema -> schema.table("orders")
                                .alterColumn(
                                        "state",
                                        enumOf("OPEN", "DONE").notNull().defaultValue("OPEN"),
                                        enumOf("OPEN", "CLOSED").notNull().defaultValue("OPEN"),
                                        "case state when 'DONE' then 'CLOSED' else state end"),
                        schema -> schema.table("orders")
                                .alterColumn(
                                        "state",
                                        enumOf("OPEN", "CLOSED").notNull().defaultValue("OPEN"),
                                        enumOf("OPEN", "DONE").notNull().defaultValue("OPEN"),
                                        "case state when 'CLOSED' then 'DONE' else state end"))
                .withRows("insert into orders (id, state) values (1, 'OPEN'), (2, 'DONE')")
                .oldWrites("insert into orders (id, state) values (3, 'DONE')", "insert into orders (id) values (4)")
                .newWrites("update orders set state = 'CLOSED' where state = 'DONE'", "delete from orders where id = 4")
                .oldSees("select count(*) from orders where state = 'OPEN'", "1")
                .newSees("select id, state from orders order by id", "1|OPEN", "2|CLOSED", "3|CLOSED")
                .laterWrites("insert into orders (id, state) values (5, 'CLOSED')");
    }

    private static Manoeuvre removeEnumValue() {
        return Manoeuvre.of(
                        "remove an enum value",
                        schema -> schema.createTable(
                                "orders",
                                t -> t.column("id", bigint().notNull())
                                        .column("state", enumOf("OPEN", "DONE", "LOST"))
                                        .primaryKey("id")),
                        schema -> schema.table("orders")
                                .alterColumn("state", enumOf("OPEN", "DONE", "LOST"), enumOf("OPEN", "DONE")),
                        schema -> schema.table("orders")
                                .alterColumn("state", enumOf("OPEN", "DONE"), enumOf("OPEN", "DONE", "LOST")))
                .withRows("insert into orders (id, state) values (1, 'OPEN'), (2, null)")
                .oldWrites("insert into orders (id, state) values (3, 'DONE')")
                .newWrites("update orders set state = 'DONE' where id = 2")
                .oldSees("select id, state from orders order by id", "1|OPEN", "2|DONE", "3|DONE")
                .newSees("select id, state from orders order by id", "1|OPEN", "2|DONE", "3|DONE");
    }

    private static Manoeuvre removeOrdinal() {
        return Manoeuvre.of(
                        "remove the last ordinal",
                        schema -> schema.createTable(
                                "orders",
                                t -> t.column("id", bigint().notNull())
                                        .column("state", ordinalOf("OPEN", "DONE", "LOST"))
                                        .primaryKey("id")),
                        schema -> schema.table("orders")
                                .alterColumn(
                                        "state",
                                        ordinalOf("OPEN", "DONE", "LOST"),
                                        ordinalOf("OPEN", "DONE"),
                                        "least(state, 1)"),
                        schema -> schema.table("orders")
                                .alterColumn("state", ordinalOf("OPEN", "DONE"), ordinalOf("OPEN", "DONE", "LOST")))
                .withRows("insert into orders (id, state) values (1, 0), (2, 2)")
                .oldWrites("insert into orders (id, state) values (3, 2)")
                .newWrites("update orders set state = 1 where state = 2")
                .oldSees("select id, state from orders order by id", "1|0", "2|1", "3|1")
                .newSees("select id, state from orders order by id", "1|0", "2|1", "3|1");
    }
}
