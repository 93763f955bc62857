package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static dev.godwit.schema.ForeignKey.Action.SET_NULL;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import java.util.List;

/** What is done while two versions of an application run. */
final class Manoeuvres {

    private Manoeuvres() {}

    static List<Manoeuvre> all() {
        return List.of(
                renameColumn(),
                renameColumnWithDefault(),
                renameNullableWithDefault(),
                renameForeignKey(),
                renameKey());
    }

    private static void people(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(40).notNull())
                        .column("age", integer())
                        .primaryKey("id")
                        .unique(key("name").named("uk_people_name"))
                        .index("ix_people_name_age", "name", "age"));
    }

    private static Manoeuvre renameColumn() {
        return Manoeuvre.of(
                        "rename column",
                        Manoeuvres::people,
                        schema -> schema.table("people").renameColumn("name", "full_name"),
                        schema -> schema.table("people").renameColumn("full_name", "name"))
                .withRows("insert into people (id, name, age) values (1, 'Ann', 30), (2, 'Bob', null), (3, 'Cid', 5)")
                .oldWrites(
                        "insert into people (id, name, age) values (4, 'Dan', 1)",
                        "update people set name = 'ann', age = 31 where id = 1",
                        "update people set age = 6 where id = 3")
                .newWrites(
                        "insert into people (id, full_name, age) values (5, 'Eve', 2), (6, 'Fay', null)",
                        "update people set full_name = 'BOB', age = 7 where id = 2",
                        "update people set full_name = 'Cid ' where id = 3",
                        "delete from people where id = 6")
                .oldSees(
                        "select id, concat('<', name, '>'), age from people order by id",
                        "1|<ann>|31",
                        "2|<BOB>|7",
                        "3|<Cid >|6",
                        "4|<Dan>|1",
                        "5|<Eve>|2")
                .newSees(
                        "select id, concat('<', full_name, '>'), age from people order by id",
                        "1|<ann>|31",
                        "2|<BOB>|7",
                        "3|<Cid >|6",
                        "4|<Dan>|1",
                        "5|<Eve>|2")
                .laterWrites("insert into people (id, full_name, age) values (7, 'Gil', 2)");
    }

    private static Manoeuvre renameColumnWithDefault() {
        return Manoeuvre.of(
                        "rename column with default",
                        schema -> schema.createTable(
                                "people",
                                t -> t.column("id", bigint().notNull())
                                        .column("tier", varchar(9).notNull().defaultValue("none"))
                                        .primaryKey("id")),
                        schema -> schema.table("people").renameColumn("tier", "level"),
                        schema -> schema.table("people").renameColumn("level", "tier"))
                .withRows("insert into people (id, tier) values (1, 'none'), (2, 'gold')")
                .oldWrites(
                        "insert into people (id, tier) values (3, 'tin'), (4, 'none')",
                        "insert into people (id) values (5)")
                .newWrites(
                        "insert into people (id, level) values (6, 'tin'), (7, 'none')",
                        "insert into people (id) values (8)",
                        "update people set level = 'gold' where id = 4",
                        "update people set level = 'none' where id = 2")
                .oldSees(
                        "select id, tier from people order by id",
                        "1|none",
                        "2|none",
                        "3|tin",
                        "4|gold",
                        "5|none",
                        "6|tin",
                        "7|none",
                        "8|none")
                .newSees(
                        "select id, level from people order by id",
                        "1|none",
                        "2|none",
                        "3|tin",
                        "4|gold",
                        "5|none",
                        "6|tin",
                        "7|none",
                        "8|none")
                .laterWrites("insert into people (id) values (9)");
    }

    private static Manoeuvre renameNullableWithDefault() {
        return Manoeuvre.of(
                        "rename nullable column with default",
                        schema -> schema.createTable(
                                "people",
                                t -> t.column("id", bigint().notNull())
                                        .column("age", integer().defaultValue(7))
                                        .primaryKey("id")),
                        schema -> schema.table("people").renameColumn("age", "years"),
                        schema -> schema.table("people").renameColumn("years", "age"))
                .withRows("insert into people (id, age) values (1, null), (2, 7), (3, 8)")
                .oldWrites(
                        "insert into people (id, age) values (4, null), (5, 9)",
                        "insert into people (id) values (6)",
                        "update people set age = null where id = 2")
                .newWrites(
                        "insert into people (id, years) values (7, null), (8, 9)",
                        "insert into people (id) values (9)",
                        "update people set years = null where id = 3",
                        "update people set years = 1 where id = 1")
                .oldSees(
                        "select id, age from people order by id",
                        "1|1",
                        "2|null",
                        "3|null",
                        "4|null",
                        "5|9",
                        "6|7",
                        "7|null",
                        "8|9",
                        "9|7")
                .newSees(
                        "select id, years from people order by id",
                        "1|1",
                        "2|null",
                        "3|null",
                        "4|null",
                        "5|9",
                        "6|7",
                        "7|null",
                        "8|9",
                        "9|7");
    }

    private static void pets(SchemaChanges schema) {
        people(schema);
        schema.createTable(
                "pets",
                t -> t.column("id", bigint().notNull())
                        .column("owner_id", bigint())
                        .column("home_id", bigint())
                        .primaryKey("id")
                        .index("ix_pets_owner", "owner_id")
                        .foreignKey(
                                "fk_pets_owner",
                                foreignKey("owner_id")
                                        .references("people", "id")
                                        .onDelete(SET_NULL))
                        .foreignKey(
                                "fk_pets_home",
                                foreignKey("home_id").references("people", "id").onDelete(CASCADE)));
    }

    private static Manoeuvre renameForeignKey() {
        return Manoeuvre.of(
                        "rename columns of foreign keys that cascade",
                        Manoeuvres::pets,
                        schema -> schema.table("pets")
                                .renameColumn("owner_id", "keeper_id")
                                .renameColumn("home_id", "house_id"),
                        schema -> schema.table("pets")
                                .renameColumn("house_id", "home_id")
                                .renameColumn("keeper_id", "owner_id"))
                .withRows(
                        "insert into people (id, name) values (1, 'Ann'), (2, 'Bob'), (3, 'Cid'), (4, 'Dan')",
                        "insert into pets (id, owner_id, home_id) values (1, 1, 1), (2, 2, 2), (3, 3, 1), (4, null, 3)")
                .oldWrites(
                        "insert into pets (id, owner_id, home_id) values (5, 2, 3)",
                        "update pets set owner_id = 3 where id = 1")
                .newWrites(
                        "insert into pets (id, keeper_id, house_id) values (6, 4, 1)",
                        "update pets set house_id = 4 where id = 5",
                        "delete from people where id = 2",
                        "delete from people where id = 3")
                .oldSees(
                        "select id, owner_id, home_id from pets order by id",
                        "1|null|1",
                        "3|null|1",
                        "5|null|4",
                        "6|4|1")
                .newSees(
                        "select id, keeper_id, house_id from pets order by id",
                        "1|null|1",
                        "3|null|1",
                        "5|null|4",
                        "6|4|1");
    }

    private static Manoeuvre renameKey() {
        return Manoeuvre.of(
                        "rename primary key",
                        Manoeuvres::pets,
                        schema -> schema.table("people").renameColumn("id", "person_id"),
                        schema -> schema.table("people").renameColumn("person_id", "id"))
                .withRows(
                        "insert into people (id, name) values (1, 'Ann'), (2, 'Bob')",
                        "insert into pets (id, owner_id) values (1, 1)")
                .oldWrites("insert into people (id, name) values (3, 'Cid')", "delete from people where id = 2")
                .newWrites(
                        "insert into people (person_id, name) values (4, 'Dan')",
                        "update people set name = 'ANN' where person_id = 1",
                        "insert into pets (id, owner_id) values (2, 4)")
                .oldSees("select id, name from people order by id", "1|ANN", "3|Cid", "4|Dan")
                .newSees("select person_id, name from people order by 1", "1|ANN", "3|Cid", "4|Dan")
                .on(DatabaseKind.POSTGRESQL);
    }
}
