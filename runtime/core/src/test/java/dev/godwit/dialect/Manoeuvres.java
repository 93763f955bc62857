package dev.godwit.dialect;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.longVarchar;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static dev.godwit.schema.ForeignKey.Action.SET_NULL;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import java.util.List;
import java.util.stream.Stream;

/** What is done while two versions of an application run. */
final class Manoeuvres {

    private Manoeuvres() {}

    static List<Manoeuvre> all() {
        return Stream.of(
                        columns(),
                        TypeManoeuvres.all(),
                        TableManoeuvres.all(),
                        MoveManoeuvres.all(),
                        CollectionManoeuvres.all(),
                        HierarchyManoeuvres.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Manoeuvre> columns() {
        return List.of(
                renameColumn(),
                renameLongText(),
                renameColumnWithDefault(),
                renameNullableWithDefault(),
                renameForeignKey(),
                renameKey(),
                dropColumn(),
                dropColumnWithValue(),
                dropIndexAndTable(),
                dropTableThatRefers(),
                forbidNull(),
                addNotNull(),
                addNotNullLiteral(),
                constraints(),
                split(),
                recode(),
                merge(),
                retype(),
                widen());
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

    private static Manoeuvre renameLongText() {
        return Manoeuvre.of(
                        "rename a long text",
                        schema -> schema.createTable(
                                "people",
                                t -> t.column("id", bigint().notNull())
                                        .column("story", longVarchar(1_000_000).notNull())
                                        .primaryKey("id")),
                        schema -> schema.table("people").renameColumn("story", "life"),
                        schema -> schema.table("people").renameColumn("life", "story"))
                .withRows("insert into people (id, story) values (1, 'a'), (2, 'b')")
                .oldWrites(
                        "insert into people (id, story) values (3, 'c')", "update people set story = 'A' where id = 1")
                .newWrites("insert into people (id, life) values (4, 'd')", "update people set life = 'B' where id = 2")
                .oldSees("select id, story from people order by id", "1|A", "2|B", "3|c", "4|d")
                .newSees("select id, life from people order by id", "1|A", "2|B", "3|c", "4|d")
                .laterWrites("insert into people (id, life) values (5, 'e')");
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

    private static Manoeuvre dropColumn() {
        return Manoeuvre.of(
                        "drop columns",
                        Manoeuvres::people,
                        schema -> schema.table("people")
                                .dropIndex("ix_people_name_age")
                                .dropUnique(key("name").named("uk_people_name"))
                                .dropColumn("name")
                                .dropColumn("age"),
                        schema -> schema.table("people")
                                .addColumn("age", integer())
                                .addColumn("name", varchar(40).notNull())
                                .addUnique(key("name").named("uk_people_name"))
                                .addIndex("ix_people_name_age", "name", "age"))
                .withRows("insert into people (id, name, age) values (1, 'Ann', 30), (2, 'Bob', null)")
                .oldWrites("insert into people (id, name, age) values (3, 'Cid', 1)")
                .newWrites("insert into people (id) values (4)", "delete from people where id = 2")
                .oldSees("select id, name, age from people order by id", "1|Ann|30", "3|Cid|1", "4||null")
                .newSees("select id from people order by id", "1", "3", "4")
                .laterWrites("insert into people (id) values (5)");
    }

    private static Manoeuvre dropColumnWithValue() {
        return Manoeuvre.of(
                        "drop columns whose way back has values",
                        schema -> schema.createTable(
                                "people",
                                t -> t.column("id", bigint().notNull())
                                        .column("name", varchar(40).notNull())
                                        .column("tier", varchar(9).notNull())
                                        .column("code", varchar(9).notNull().check("code <> ''"))
                                        .column("story", longVarchar(1_000_000).notNull())
                                        .primaryKey("id")),
                        schema -> schema.table("people")
                                .dropColumn("tier")
                                .dropColumn("code")
                                .dropColumn("story"),
                        schema -> schema.table("people")
                                .addColumn("story", longVarchar(1_000_000).notNull(), "'untold'")
                                .addColumn("code", varchar(9).notNull().check("code <> ''"), "lower(name)")
                                .addColumn("tier", varchar(9).notNull(), "'tin'"))
                .withRows("insert into people (id, name, tier, code, story) values (1, 'Ann', 'gold', 'x', 'a')")
                .oldWrites("insert into people (id, name, tier, code, story) values (2, 'Bob', 'lead', 'y', 'b')")
                .newWrites("insert into people (id, name) values (3, 'Cid')")
                .oldSees(
                        "select id, name, tier, code, story from people order by id",
                        "1|Ann|gold|x|a",
                        "2|Bob|lead|y|b",
                        "3|Cid|tin|cid|untold")
                .newSees("select id, name from people order by id", "1|Ann", "2|Bob", "3|Cid")
                .laterWrites("insert into people (id, name) values (5, 'Eve')");
    }

    private static Manoeuvre dropIndexAndTable() {
        return Manoeuvre.of(
                        "drop a table and an index",
                        Manoeuvres::pets,
                        schema -> {
                            schema.table("people").dropIndex("ix_people_name_age");
                            schema.dropTable("pets");
                        },
                        schema -> {})
                .withRows(
                        "insert into people (id, name) values (1, 'Ann'), (2, 'Bob')",
                        "insert into pets (id, owner_id, home_id) values (1, 1, 2)")
                .oldWrites("insert into pets (id, owner_id) values (2, 2)")
                .newWrites("delete from people where id = 2")
                .oldSees("select id, owner_id, home_id from pets order by id", "2|null|null")
                .newSees("select id, name from people", "1|Ann");
    }

    private static Manoeuvre dropTableThatRefers() {
        return Manoeuvre.of(
                        "drop a table that refers to another",
                        schema -> {
                            people(schema);
                            visits(schema);
                        },
                        schema -> schema.dropTable("visits"),
                        Manoeuvres::visits)
                .on(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                .withRows(
                        "insert into people (id, name) values (1, 'Ann'), (2, 'Bob')",
                        "insert into visits (id, person) values (1, 1)")
                .oldWrites("insert into visits (id, person) values (2, 2), (3, 1)")
                .newWrites("delete from people where id = 2")
                .oldSees("select id, person from visits order by id", "1|1", "3|1")
                .newSees("select id, name from people", "1|Ann");
    }

    private static void visits(SchemaChanges schema) {
        schema.createTable(
                "visits",
                t -> t.column("id", bigint().notNull())
                        .column("person", bigint().notNull())
                        .primaryKey("id"));
        schema.table("visits").addForeignKey("fk_visits", foreignKey("person").references("people", "id"));
    }

    private static Manoeuvre forbidNull() {
        return Manoeuvre.of(
                        "null to not null",
                        Manoeuvres::people,
                        schema -> schema.table("people")
                                .alterColumn("age", integer(), integer().notNull(), "id + 100"),
                        schema -> schema.table("people")
                                .alterColumn("age", integer().notNull(), integer()))
                .withRows("insert into people (id, name, age) values (1, 'Ann', 30), (2, 'Bob', null)")
                .oldWrites(
                        "insert into people (id, name, age) values (3, 'Cid', null)",
                        "insert into people (id, name) values (4, 'Dan')",
                        "update people set age = null where id = 1")
                .newWrites("insert into people (id, name, age) values (5, 'Eve', 5)")
                .oldSees("select id, age from people order by id", "1|101", "2|102", "3|103", "4|104", "5|5")
                .newSees("select id, age from people order by id", "1|101", "2|102", "3|103", "4|104", "5|5");
    }

    private static Manoeuvre addNotNull() {
        return Manoeuvre.of(
                        "add not null column by an expression",
                        Manoeuvres::people,
                        schema -> schema.table("people")
                                .addColumn("nick", varchar(40).notNull(), "lower(name)")
                                .addUnique(key("nick").named("uk_people_nick")),
                        schema -> schema.table("people")
                                .dropUnique(key("nick").named("uk_people_nick"))
                                .dropColumn("nick"))
                .withRows("insert into people (id, name) values (1, 'Ann'), (2, 'Bob')")
                .oldWrites("insert into people (id, name, age) values (3, 'Cid', null)")
                .newWrites(
                        "insert into people (id, name, nick) values (4, 'Dan', 'D')",
                        "update people set nick = 'a' where id = 1")
                .oldSees("select id, name from people order by id", "1|Ann", "2|Bob", "3|Cid", "4|Dan")
                .newSees("select id, nick from people order by id", "1|a", "2|bob", "3|cid", "4|D");
    }

    private static Manoeuvre addNotNullLiteral() {
        return Manoeuvre.of(
                        "add not null column by a literal",
                        Manoeuvres::people,
                        schema -> schema.table("people")
                                .addColumn("nick", varchar(40).notNull(), "'none'"),
                        schema -> schema.table("people").dropColumn("nick"))
                .withRows("insert into people (id, name) values (1, 'Ann')")
                .oldWrites("insert into people (id, name, age) values (3, 'Cid', null)")
                .newWrites("insert into people (id, name, nick) values (4, 'Dan', 'D')")
                .oldSees("select id, name from people order by id", "1|Ann", "3|Cid", "4|Dan")
                .newSees("select id, nick from people order by id", "1|none", "3|none", "4|D");
    }

    private static Manoeuvre constraints() {
        return Manoeuvre.of(
                        "constraints on existing columns",
                        schema -> {
                            people(schema);
                            schema.createTable(
                                    "pets",
                                    t -> t.column("id", bigint().notNull())
                                            .column("owner_id", bigint())
                                            .primaryKey("id"));
                        },
                        schema -> {
                            schema.table("people")
                                    .addUnique(key("age").named("uk_people_age"))
                                    .addCheck(check("age < 200").named("ck_people_age"));
                            schema.table("pets")
                                    .addForeignKey(
                                            "fk_pets_owner",
                                            foreignKey("owner_id").references("people", "id"));
                        },
                        schema -> {
                            schema.table("pets").dropForeignKey("fk_pets_owner");
                            schema.table("people")
                                    .dropCheck(check("age < 200").named("ck_people_age"))
                                    .dropUnique(key("age").named("uk_people_age"));
                        })
                .withRows("insert into people (id, name, age) values (1, 'Ann', 4)")
                .oldWrites(
                        "insert into people (id, name, age) values (2, 'Bob', 4), (3, 'Cid', 999)",
                        "insert into pets (id, owner_id) values (1, 77)")
                .newWrites("update people set age = id", "update pets set owner_id = 1")
                .oldSees("select id, age from people order by id", "1|1", "2|2", "3|3")
                .newSees("select id, owner_id from pets", "1|1");
    }

    /** Names are long texts, of which MySQL takes no literal as a default. */
    private static void names(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("name", longVarchar(1_000_000).notNull())
                        .primaryKey("id"));
    }

    private static final String FIRST = "substring(name, 1, position(' ' in name) - 1)";
    private static final String LAST = "substring(name, position(' ' in name) + 1)";

    private static Manoeuvre split() {
        return Manoeuvre.of(
                        "split a column into two",
                        Manoeuvres::names,
                        schema -> schema.table("people")
                                .addColumn("first_name", varchar(40).notNull(), FIRST)
                                .addColumn("last_name", varchar(40))
                                .backfill("last_name", LAST)
                                .dropColumn("name"),
                        schema -> schema.table("people")
                                .addColumn(
                                        "name", longVarchar(1_000_000).notNull(), "concat(first_name, ' ', last_name)")
                                .dropColumn("last_name")
                                .dropColumn("first_name"))
                .withRows("insert into people (id, name) values (1, 'Ann Ax'), (2, 'Bob Bo'), (3, 'Cid Co')")
                .oldWrites(
                        "insert into people (id, name) values (4, 'Dan Do')",
                        "update people set name = 'Anne Ax' where id = 1")
                .newWrites(
                        "insert into people (id, first_name, last_name) values (5, 'Eve', 'Er')",
                        "update people set last_name = 'Bu' where id = 2",
                        "update people set first_name = 'C', last_name = 'C' where id = 3")
                .oldSees(
                        "select id, name from people order by id",
                        "1|Anne Ax",
                        "2|Bob Bu",
                        "3|C C",
                        "4|Dan Do",
                        "5|Eve Er")
                .newSees(
                        "select id, first_name, last_name from people order by id",
                        "1|Anne|Ax",
                        "2|Bob|Bu",
                        "3|C|C",
                        "4|Dan|Do",
                        "5|Eve|Er")
                .laterWrites("insert into people (id, first_name, last_name) values (6, 'Fay', 'Fo')");
    }

    /** By an expression with {@code then} in it, at which PL/pgSQL may take a condition to end. */
    private static Manoeuvre recode() {
        return Manoeuvre.of(
                        "values get other names",
                        Manoeuvres::names,
                        schema -> schema.table("people")
                                .addColumn(
                                        "tier",
                                        varchar(80).notNull(),
                                        "case name when 'BASIC' then 'PLAIN' else 'PRO' end")
                                .dropColumn("name"),
                        schema -> schema.table("people")
                                .addColumn(
                                        "name",
                                        longVarchar(1_000_000).notNull(),
                                        "case tier when 'PLAIN' then 'BASIC' else 'PRO' end")
                                .dropColumn("tier"))
                .withRows("insert into people (id, name) values (1, 'BASIC'), (2, 'PRO'), (3, 'BASIC')")
                .oldWrites(
                        "insert into people (id, name) values (4, 'BASIC')",
                        "update people set name = 'PRO' where id = 1")
                .newWrites(
                        "insert into people (id, tier) values (5, 'PLAIN')",
                        "update people set tier = 'PLAIN' where id = 2")
                .oldSees("select id, name from people order by id", "1|PRO", "2|BASIC", "3|BASIC", "4|BASIC", "5|BASIC")
                .newSees("select id, tier from people order by id", "1|PRO", "2|PLAIN", "3|PLAIN", "4|PLAIN", "5|PLAIN")
                .laterWrites("insert into people (id, tier) values (6, 'PRO')");
    }

    private static Manoeuvre merge() {
        return Manoeuvre.of(
                        "merge two columns into one",
                        schema -> schema.createTable(
                                "people",
                                t -> t.column("id", bigint().notNull())
                                        .column("first_name", varchar(40).notNull())
                                        .column("last_name", varchar(40).notNull())
                                        .primaryKey("id")),
                        schema -> schema.table("people")
                                .addColumn("name", varchar(80).notNull(), "concat(first_name, ' ', last_name)")
                                .dropColumn("last_name")
                                .dropColumn("first_name"),
                        schema -> schema.table("people")
                                .addColumn("first_name", varchar(40).notNull(), FIRST)
                                .addColumn("last_name", varchar(40).notNull(), LAST)
                                .dropColumn("name"))
                .withRows("insert into people (id, first_name, last_name) values (1, 'Ann', 'Ax'), (2, 'Bob', 'Bo')")
                .oldWrites(
                        "insert into people (id, first_name, last_name) values (3, 'Cid', 'Co')",
                        "update people set last_name = 'Ay' where id = 1")
                .newWrites(
                        "insert into people (id, name) values (4, 'Dan Do')",
                        "update people set name = 'Rob Bo' where id = 2")
                .oldSees(
                        "select id, first_name, last_name from people order by id",
                        "1|Ann|Ay",
                        "2|Rob|Bo",
                        "3|Cid|Co",
                        "4|Dan|Do")
                .newSees("select id, name from people order by id", "1|Ann Ay", "2|Rob Bo", "3|Cid Co", "4|Dan Do")
                .laterWrites("insert into people (id, name) values (5, 'Eve Er')");
    }

    private static Manoeuvre retype() {
        return Manoeuvre.of(
                        "another type under another name",
                        schema -> schema.createTable(
                                "items",
                                t -> t.column("id", bigint().notNull())
                                        .column("price", numeric(10, 2).notNull())
                                        .primaryKey("id")),
                        schema -> schema.table("items")
                                .addColumn("cents", bigint().notNull(), "round(price * 100)")
                                .dropColumn("price"),
                        schema -> schema.table("items")
                                .addColumn("price", numeric(10, 2).notNull(), "cents / 100.0")
                                .dropColumn("cents"))
                .withRows("insert into items (id, price) values (1, 1.50), (2, 2)")
                .oldWrites("insert into items (id, price) values (3, 0)", "update items set price = 1.25 where id = 1")
                .newWrites("insert into items (id, cents) values (4, 99)", "update items set cents = 0 where id = 2")
                .oldSees("select id, price from items order by id", "1|1.25", "2|0.00", "3|0.00", "4|0.99")
                .newSees("select id, cents from items order by id", "1|125", "2|0", "3|0", "4|99")
                .laterWrites("insert into items (id, cents) values (5, 1)");
    }

    private static Manoeuvre widen() {
        return Manoeuvre.of(
                        "wider and narrower types",
                        schema -> schema.createTable(
                                "items",
                                t -> t.column("id", bigint().notNull())
                                        .column("code", varchar(10).notNull())
                                        .column("note", varchar(20))
                                        .column("mood", enumOf("GOOD", "BAD"))
                                        .primaryKey("id")),
                        schema -> schema.table("items")
                                .alterColumn(
                                        "code",
                                        varchar(10).notNull(),
                                        varchar(40).notNull())
                                .alterColumn("note", varchar(20), varchar(5))
                                .alterColumn("mood", enumOf("GOOD", "BAD"), enumOf("GOOD", "BAD", "SO_SO")),
                        schema -> {})
                .withRows("insert into items (id, code, note, mood) values (1, 'a', 'b', 'GOOD')")
                .oldWrites("insert into items (id, code, note) values (2, 'b', 'c')")
                .newWrites(
                        "delete from items where id = 2", "insert into items (id, code, mood) values (3, 'ten', 'BAD')")
                .oldSees("select id, code, note from items order by id", "1|a|b", "3|ten|null")
                .newSees("select id, code, note from items order by id", "1|a|b", "3|ten|null");
    }
}
