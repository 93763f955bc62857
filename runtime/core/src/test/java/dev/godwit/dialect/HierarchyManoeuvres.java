package dev.godwit.dialect;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;

import dev.godwit.SchemaChanges;
import java.util.List;

/** Entities whose inheritance strategy changes while two versions of an application run, each with a strategy of its own. */
final class HierarchyManoeuvres {

    private HierarchyManoeuvres() {}

    static List<Manoeuvre> all() {
        return List.of(toSingleTable(), toJoined(), abstractToSingleTable(), abstractToJoined());
    }

    private static void joined(SchemaChanges schema) {
        schema.createTable(
                "animals",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(40))
                        .primaryKey("id"));
        parts(schema);
        schema.createTable(
                "toys",
                t -> t.column("id", bigint().notNull())
                        .column("cat_id", bigint())
                        .primaryKey("id")
                        .foreignKey("fk_toys_cat", foreignKey("cat_id").references("cats", "id")));
    }

    private static void parts(SchemaChanges schema) {
        schema.createTable(
                "cats",
                t -> t.column("id", bigint().notNull())
                        .column("lives", integer().notNull())
                        .column("colour", varchar(9))
                        .primaryKey("id"));
        schema.createTable(
                "house_cats",
                t -> t.column("id", bigint().notNull())
                        .column("toy", varchar(9))
                        .primaryKey("id"));
        schema.createTable(
                "dogs",
                t -> t.column("id", bigint().notNull())
                        .column("colour", varchar(9))
                        .primaryKey("id"));
        schema.table("cats").addForeignKey("fk_cats", foreignKey("id").references("animals", "id"));
        schema.table("dogs").addForeignKey("fk_dogs", foreignKey("id").references("animals", "id"));
        schema.table("house_cats")
                .addForeignKey("fk_house_cats", foreignKey("id").references("cats", "id"));
    }

    private static void single(SchemaChanges schema) {
        schema.createTable(
                "animals",
                t -> t.column("dtype", varchar(31).notNull().check("dtype in ('Animal','Cat','HouseCat','Dog')"))
                        .column("id", bigint().notNull())
                        .column("name", varchar(40))
                        .column("lives", integer())
                        .column("colour", varchar(9))
                        .column("toy", varchar(9))
                        .primaryKey("id")
                        .check(check("dtype <> 'Cat' or (lives is not null)")));
        schema.createTable(
                "toys",
                t -> t.column("id", bigint().notNull())
                        .column("cat_id", bigint())
                        .primaryKey("id")
                        .foreignKey("fk_toys_animal", foreignKey("cat_id").references("animals", "id")));
    }

    /** As the processor writes it. */
    private static void merge(SchemaChanges schema) {
        schema.table("toys").dropForeignKey("fk_toys_cat");
        schema.table("house_cats").dropForeignKey("fk_house_cats");
        schema.table("animals")
                .addColumn(
                        "dtype", varchar(31).notNull().check("dtype in ('Animal','Cat','HouseCat','Dog')"), "'Animal'")
                .addColumn("lives", integer())
                .addColumn("colour", varchar(9))
                .addColumn("toy", varchar(9));
        schema.moveValues(
                "cats",
                "animals",
                v -> v.join("id", "id").column("lives").column("colour").marks("dtype", "Cat"));
        schema.moveValues(
                "house_cats", "animals", v -> v.join("id", "id").column("toy").marks("dtype", "HouseCat"));
        schema.moveValues(
                "dogs", "animals", v -> v.join("id", "id").column("colour").marks("dtype", "Dog"));
        schema.table("animals").addCheck(check("dtype <> 'Cat' or (lives is not null)"));
        schema.table("toys")
                .addForeignKey("fk_toys_animal", foreignKey("cat_id").references("animals", "id"));
        schema.dropTable("cats");
        schema.dropTable("dogs");
        schema.dropTable("house_cats");
    }

    private static void split(SchemaChanges schema) {
        schema.table("toys").dropForeignKey("fk_toys_animal");
        schema.table("animals").dropCheck(check("dtype <> 'Cat' or (lives is not null)"));
        schema.createTable(
                "cats",
                t -> t.column("id", bigint().notNull())
                        .column("lives", integer().notNull())
                        .column("colour", varchar(9))
                        .primaryKey("id"));
        schema.createTable(
                "house_cats",
                t -> t.column("id", bigint().notNull())
                        .column("toy", varchar(9))
                        .primaryKey("id"));
        schema.createTable(
                "dogs",
                t -> t.column("id", bigint().notNull())
                        .column("colour", varchar(9))
                        .primaryKey("id"));
        schema.moveValues(
                "animals",
                "cats",
                v -> v.join("id", "id").column("lives").column("colour").newRows("dtype", "Cat", "HouseCat"));
        schema.moveValues(
                "animals", "house_cats", v -> v.join("id", "id").column("toy").newRows("dtype", "HouseCat"));
        schema.moveValues(
                "animals", "dogs", v -> v.join("id", "id").column("colour").newRows("dtype", "Dog"));
        schema.table("cats").addForeignKey("fk_cats", foreignKey("id").references("animals", "id"));
        schema.table("dogs").addForeignKey("fk_dogs", foreignKey("id").references("animals", "id"));
        schema.table("house_cats")
                .addForeignKey("fk_house_cats", foreignKey("id").references("cats", "id"));
        schema.table("toys").addForeignKey("fk_toys_cat", foreignKey("cat_id").references("cats", "id"));
        schema.table("animals")
                .dropColumn("colour")
                .dropColumn("dtype")
                .dropColumn("lives")
                .dropColumn("toy");
    }

    private static final String ONE = "select id, name, dtype, lives, colour, toy from animals order by id";

    private static final String SEVERAL = """
            select a.id, a.name, case when h.id is not null then 'HouseCat' when c.id is not null then 'Cat' \
            when d.id is not null then 'Dog' else 'Animal' end, c.lives, coalesce(c.colour, d.colour), h.toy from animals a \
            left join cats c on c.id = a.id left join house_cats h on h.id = c.id left join dogs d on d.id = a.id \
            order by a.id""";

    private static final String[] JOINED_ROWS = {
        "insert into animals (id, name) values (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e'), (6, 'f'), (7, 'g')",
        "insert into cats (id, lives, colour) values (2, 9, 'red'), (3, 8, null), (6, 7, 'grey')",
        "insert into house_cats (id, toy) values (3, 'ball'), (6, null)",
        "insert into dogs (id, colour) values (4, 'black'), (5, null)",
        "insert into toys (id, cat_id) values (1, 2)"
    };

    private static final String[] SINGLE_ROWS = {
        "insert into animals (id, name, dtype, lives, colour, toy) values (1, 'a', 'Animal', null, null, null),"
                + " (2, 'b', 'Cat', 9, 'red', null), (3, 'c', 'HouseCat', 8, null, 'ball'),"
                + " (4, 'd', 'Dog', null, 'black', null), (5, 'e', 'Dog', null, null, null),"
                + " (6, 'f', 'HouseCat', 7, 'grey', null), (7, 'g', 'Animal', null, null, null)",
        "insert into toys (id, cat_id) values (1, 2)"
    };

    private static final String[] JOINED_WRITES = {
        "insert into animals (id, name) values (11, 'k')",
        "insert into animals (id, name) values (12, 'l')",
        "insert into cats (id, lives, colour) values (12, 5, 'blue')",
        "insert into animals (id, name) values (13, 'm')",
        "insert into cats (id, lives, colour) values (13, 4, null)",
        "insert into house_cats (id, toy) values (13, 'bell')",
        "insert into animals (id, name) values (14, 'n')",
        "insert into dogs (id, colour) values (14, null)",
        "insert into toys (id, cat_id) values (11, 13)",
        "update cats set lives = 6 where id = 3",
        "update house_cats set toy = 'mouse' where id = 6",
        "update dogs set colour = 'white' where id = 5",
        "update animals set name = 'bb' where id = 2",
        "delete from house_cats where id = 13",
        "delete from toys where cat_id = 13",
        "delete from cats where id = 13",
        "delete from animals where id = 13",
        "delete from animals where id = 7"
    };

    private static final String[] SINGLE_WRITES = {
        "insert into animals (id, name, dtype) values (21, 'u', 'Animal')",
        "insert into animals (id, name, dtype, lives, colour) values (22, 'v', 'Cat', 3, null)",
        "insert into animals (id, name, dtype, lives, toy) values (23, 'w', 'HouseCat', 2, 'rope')",
        "insert into animals (id, name, dtype, colour) values (24, 'x', 'Dog', 'tan')",
        "insert into animals (id, name, dtype, colour) values (25, 'y', 'Dog', 'tan')",
        "insert into toys (id, cat_id) values (21, 22)",
        "update animals set lives = 1, colour = 'gold' where id = 3",
        "update animals set colour = null where id = 4",
        "update animals set name = 'ee' where id = 5",
        "update animals set dtype = 'Cat', toy = null where id = 6",
        "update animals set dtype = 'HouseCat', toy = 'box' where id = 12",
        "update animals set dtype = 'Dog', lives = null, toy = null, colour = 'dun' where id = 23",
        "delete from animals where id = 25"
    };

    private static final String[] SEEN = {
        "1|a|Animal|null|null|null",
        "2|bb|Cat|9|red|null",
        "3|c|HouseCat|1|gold|ball",
        "4|d|Dog|null|null|null",
        "5|ee|Dog|null|white|null",
        "6|f|Cat|7|grey|null",
        "11|k|Animal|null|null|null",
        "12|l|HouseCat|5|blue|box",
        "14|n|Dog|null|null|null",
        "21|u|Animal|null|null|null",
        "22|v|Cat|3|null|null",
        "23|w|Dog|null|dun|null",
        "24|x|Dog|null|tan|null"
    };

    static Manoeuvre toSingleTable() {
        return Manoeuvre.of(
                        "joined to single table",
                        HierarchyManoeuvres::joined,
                        HierarchyManoeuvres::merge,
                        HierarchyManoeuvres::split)
                .withRows(JOINED_ROWS)
                .oldWrites(JOINED_WRITES)
                .newWrites(SINGLE_WRITES)
                .oldSees(SEVERAL, SEEN)
                .newSees(ONE, SEEN)
                .laterWrites(
                        "insert into animals (id, name, dtype, lives) values (31, 'z', 'Cat', 3)",
                        "delete from toys where cat_id = 22",
                        "delete from animals where id in (3, 22)");
    }

    /** The version with one table writes first here, so it makes what the other one goes on with. */
    private static Manoeuvre toJoined() {
        return Manoeuvre.of(
                        "single table to joined",
                        HierarchyManoeuvres::single,
                        HierarchyManoeuvres::split,
                        HierarchyManoeuvres::merge)
                .withRows(SINGLE_ROWS)
                .oldWrites(
                        "insert into animals (id, name, dtype) values (21, 'u', 'Animal')",
                        "insert into animals (id, name, dtype, lives, toy) values (23, 'w', 'HouseCat', 2, 'rope')",
                        "insert into animals (id, name, dtype) values (24, 'x', 'Dog')",
                        "insert into toys (id, cat_id) values (21, 23)",
                        "update animals set lives = 1, colour = 'gold' where id = 3",
                        "update animals set colour = null where id = 4",
                        "update animals set dtype = 'Cat', toy = null where id = 6",
                        "delete from animals where id = 7")
                .newWrites(
                        "insert into animals (id, name) values (11, 'k')",
                        "insert into animals (id, name) values (13, 'm')",
                        "insert into cats (id, lives, colour) values (13, 4, null)",
                        "insert into house_cats (id, toy) values (13, 'bell')",
                        "insert into toys (id, cat_id) values (11, 13)",
                        "update cats set lives = 6 where id = 3",
                        "update dogs set colour = 'white' where id = 24",
                        "delete from house_cats where id = 23",
                        "delete from toys where cat_id = 23",
                        "delete from cats where id = 23",
                        "delete from animals where id = 23")
                .oldSees(
                        ONE,
                        "1|a|Animal|null|null|null",
                        "2|b|Cat|9|red|null",
                        "3|c|HouseCat|6|gold|ball",
                        "4|d|Dog|null|null|null",
                        "5|e|Dog|null|null|null",
                        "6|f|Cat|7|grey|null",
                        "11|k|Animal|null|null|null",
                        "13|m|HouseCat|4|null|bell",
                        "21|u|Animal|null|null|null",
                        "24|x|Dog|null|white|null")
                .newSees(
                        SEVERAL,
                        "1|a|Animal|null|null|null",
                        "2|b|Cat|9|red|null",
                        "3|c|HouseCat|6|gold|ball",
                        "4|d|Dog|null|null|null",
                        "5|e|Dog|null|null|null",
                        "6|f|Cat|7|grey|null",
                        "11|k|Animal|null|null|null",
                        "13|m|HouseCat|4|null|bell",
                        "21|u|Animal|null|null|null",
                        "24|x|Dog|null|white|null")
                .laterWrites(
                        "insert into animals (id, name) values (31, 'z')",
                        "insert into dogs (id) values (31)",
                        "delete from dogs where id = 4",
                        "delete from animals where id = 4");
    }

    private static void vehicles(SchemaChanges schema) {
        schema.createTable(
                "vehicles",
                t -> t.column("id", bigint().notNull().identity())
                        .column("name", varchar(40))
                        .primaryKey("id"));
        kinds(schema);
    }

    private static void kinds(SchemaChanges schema) {
        schema.createTable(
                "motors",
                t -> t.column("id", bigint().notNull())
                        .primaryKey("id")
                        .foreignKey("fk_motors", foreignKey("id").references("vehicles", "id")));
        schema.createTable(
                "cars",
                t -> t.column("id", bigint().notNull())
                        .column("doors", integer().notNull())
                        .primaryKey("id")
                        .foreignKey("fk_cars", foreignKey("id").references("motors", "id")));
        schema.createTable(
                "bikes",
                t -> t.column("id", bigint().notNull())
                        .primaryKey("id")
                        .foreignKey("fk_bikes", foreignKey("id").references("vehicles", "id")));
    }

    private static void oneTable(SchemaChanges schema) {
        schema.createTable(
                "vehicles",
                t -> t.column("kind", integer().notNull())
                        .column("id", bigint().notNull().identity())
                        .column("name", varchar(40))
                        .column("doors", integer())
                        .primaryKey("id"));
    }

    private static void mergeKinds(SchemaChanges schema) {
        schema.table("cars").dropForeignKey("fk_cars");
        schema.table("vehicles").addColumn("kind", integer()).addColumn("doors", integer());
        schema.moveValues("motors", "vehicles", v -> v.join("id", "id").marks("kind"));
        schema.moveValues(
                "cars", "vehicles", v -> v.join("id", "id").column("doors").marks("kind", "1"));
        schema.moveValues("bikes", "vehicles", v -> v.join("id", "id").marks("kind", "-2"));
        schema.table("vehicles").alterColumn("kind", integer(), integer().notNull());
        schema.dropTable("bikes");
        schema.dropTable("cars");
        schema.dropTable("motors");
    }

    private static void splitKinds(SchemaChanges schema) {
        kinds(schema);
        schema.moveValues("vehicles", "motors", v -> v.join("id", "id").newRows("kind", "1"));
        schema.moveValues(
                "vehicles", "cars", v -> v.join("id", "id").column("doors").newRows("kind", "1"));
        schema.moveValues("vehicles", "bikes", v -> v.join("id", "id").newRows("kind", "-2"));
        schema.table("vehicles").dropColumn("doors").dropColumn("kind");
    }

    private static final String VEHICLES = "select id, kind, doors from vehicles order by id";
    private static final String KINDS = """
            select v.id, case when c.id is not null and m.id is not null then 1 when b.id is not null then -2 end, c.doors \
            from vehicles v left join motors m on m.id = v.id left join cars c on c.id = v.id left join bikes b on b.id = v.id \
            order by v.id""";

    private static final String[] KINDS_SEEN = {"1|1|5", "2|-2|null", "11|1|2", "12|-2|null", "21|1|4", "22|-2|null"};

    /** No row is of a kind until its parts are there, and a class between has no kind at all. */
    private static Manoeuvre abstractToSingleTable() {
        return Manoeuvre.of(
                        "joined to single table of abstract classes",
                        HierarchyManoeuvres::vehicles,
                        HierarchyManoeuvres::mergeKinds,
                        HierarchyManoeuvres::splitKinds)
                .withRows(
                        "insert into vehicles (id, name) values (1, 'a'), (2, 'b'), (3, 'c')",
                        "insert into motors (id) values (1), (3)",
                        "insert into cars (id, doors) values (1, 4), (3, 2)",
                        "insert into bikes (id) values (2)")
                .oldWrites(
                        "insert into vehicles (id, name) values (11, 'k')",
                        "insert into motors (id) values (11)",
                        "insert into cars (id, doors) values (11, 2)",
                        "insert into vehicles (id, name) values (12, 'l')",
                        "insert into bikes (id) values (12)",
                        "update cars set doors = 5 where id = 1",
                        "delete from cars where id = 3",
                        "delete from motors where id = 3",
                        "delete from vehicles where id = 3")
                .newWrites(
                        "insert into vehicles (id, name, kind, doors) values (21, 'u', 1, 3)",
                        "insert into vehicles (id, name, kind) values (22, 'v', -2)",
                        "update vehicles set doors = 4 where id = 21")
                .oldSees(KINDS, KINDS_SEEN)
                .newSees(VEHICLES, KINDS_SEEN);
    }

    private static Manoeuvre abstractToJoined() {
        return Manoeuvre.of(
                        "single table to joined of abstract classes",
                        HierarchyManoeuvres::oneTable,
                        HierarchyManoeuvres::splitKinds,
                        HierarchyManoeuvres::mergeKinds)
                .withRows("insert into vehicles (id, name, kind, doors) values (1, 'a', 1, 4), (2, 'b', -2, null),"
                        + " (3, 'c', 1, 2)")
                .oldWrites(
                        "insert into vehicles (id, name, kind, doors) values (11, 'k', 1, 2)",
                        "insert into vehicles (id, name, kind) values (12, 'l', -2)",
                        "update vehicles set doors = 5 where id = 1")
                .newWrites(
                        "insert into vehicles (id, name) values (21, 'u')",
                        "insert into motors (id) values (21)",
                        "insert into cars (id, doors) values (21, 3)",
                        "update cars set doors = 4 where id = 21",
                        "insert into vehicles (id, name) values (22, 'v')",
                        "insert into bikes (id) values (22)",
                        "delete from cars where id = 3",
                        "delete from motors where id = 3",
                        "delete from vehicles where id = 3")
                .oldSees(VEHICLES, KINDS_SEEN)
                .newSees(KINDS, KINDS_SEEN);
    }
}
