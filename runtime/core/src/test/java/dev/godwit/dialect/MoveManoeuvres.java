package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.longVarchar;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.SchemaChanges;
import java.util.List;
import java.util.function.Consumer;

/** Values that move between tables while two versions of an application run, one of which writes each table. */
final class MoveManoeuvres {

    private MoveManoeuvres() {}

    static List<Manoeuvre> all() {
        return List.of(
                splitTable(),
                splitTableBack(),
                splitTableOfRequiredValues(),
                mergeTableOfRequiredValues(),
                splitTableWithoutForeignKey(),
                moveColumn(),
                moveColumnBack());
    }

    private static void teams(SchemaChanges schema) {
        schema.createTable("teams", t -> t.column("id", bigint().notNull()).primaryKey("id"));
    }

    private static void people(SchemaChanges schema) {
        teams(schema);
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(40).notNull())
                        .column("bio", varchar(100))
                        .column("team", bigint())
                        .primaryKey("id")
                        .foreignKey(
                                "fk_people_team",
                                foreignKey("team").references("teams", "id").onDelete(CASCADE)));
    }

    private static void peopleWithDetails(SchemaChanges schema) {
        people(schema);
        split(schema);
    }

    private static void split(SchemaChanges schema) {
        details(schema);
        schema.moveValues(
                "people",
                "details",
                v -> v.join("id", "person_id").column("bio").newRows());
        schema.table("people").dropColumn("bio");
    }

    private static void details(SchemaChanges schema) {
        schema.createTable(
                "details",
                t -> t.column("person_id", bigint().notNull())
                        .column("bio", varchar(100))
                        .primaryKey("person_id")
                        .foreignKey("fk_details_person", foreignKey("person_id").references("people", "id")));
    }

    private static void merge(SchemaChanges schema) {
        schema.table("people").addColumn("bio", varchar(100));
        schema.moveValues("details", "people", v -> v.join("person_id", "id").column("bio"));
        schema.dropTable("details");
    }

    private static final String[] ROWS = {
        "insert into teams (id) values (1), (2), (3)",
        "insert into people (id, name, bio, team) values (1, 'a', 'A', null), (2, 'b', 'B', null), (3, 'c', null, null),"
                + " (4, 'd', 'D', null), (5, 'e', 'E', 1), (6, 'f', 'F', 2), (7, 'g', 'G', null)"
    };

    private static final String[] ONE_TABLE = {
        "insert into people (id, name, bio) values (11, 'k', 'K'), (12, 'l', null)",
        "update people set bio = 'A1' where id = 1",
        "update people set bio = 'C1' where id = 3",
        "update people set bio = null where id = 4",
        "update people set name = 'gg' where id = 7",
        "delete from people where id = 2",
        "delete from teams where id = 1"
    };

    private static final String[] TWO_TABLES = {
        "insert into people (id, name) values (21, 'u')",
        "insert into details (person_id, bio) values (21, 'U')",
        "insert into people (id, name) values (22, 'v')",
        "update details set bio = 'A2' where person_id = 1",
        "update details set bio = null where person_id = 3",
        "delete from details where person_id = 11",
        "delete from details where person_id = 7",
        "delete from people where id = 7",
        "delete from details where person_id = 6",
        "insert into details (person_id, bio) values (6, 'F2')"
    };

    private static final String[] FROM_ONE = {
        "1|A2", "3|null", "4|null", "6|F2", "11|null", "12|null", "21|U", "22|null"
    };

    private static final String ONE = "select id, bio from people order by id";
    private static final String TWO =
            "select p.id, d.bio from people p left join details d on d.person_id = p.id order by p.id";

    private static Manoeuvre splitTable() {
        return Manoeuvre.of("split table", MoveManoeuvres::people, MoveManoeuvres::split, MoveManoeuvres::merge)
                .withRows(ROWS)
                .oldWrites(ONE_TABLE)
                .newWrites(TWO_TABLES)
                .oldSees(ONE, FROM_ONE)
                .newSees(TWO, FROM_ONE)
                .laterWrites(
                        "delete from details where person_id = 1",
                        "delete from people where id = 1",
                        "insert into details (person_id, bio) values (22, 'V')");
    }

    private static Manoeuvre splitTableBack() {
        return Manoeuvre.of(
                        "merge tables", MoveManoeuvres::peopleWithDetails, MoveManoeuvres::merge, MoveManoeuvres::split)
                .withRows(
                        "insert into teams (id) values (1), (2), (3)",
                        "insert into people (id, name, team) values (1, 'a', null), (2, 'b', null), (3, 'c', null),"
                                + " (6, 'f', null), (7, 'g', null), (8, 'h', 1), (9, 'i', 2)",
                        "insert into details (person_id, bio) values (1, 'A'), (2, 'B'), (3, null), (6, 'F'), (7, 'G'),"
                                + " (9, 'I')")
                .oldWrites(
                        "insert into people (id, name) values (11, 'k')",
                        "insert into details (person_id, bio) values (11, 'K')",
                        "update details set bio = 'A1' where person_id = 1",
                        "update details set bio = 'C1' where person_id = 3",
                        "update details set bio = null where person_id = 6",
                        "delete from details where person_id = 2",
                        "update details set person_id = 8 where person_id = 7")
                .newWrites(
                        "insert into people (id, name, bio) values (21, 'u', 'U')",
                        "update people set bio = 'A2' where id = 1",
                        "update people set bio = 'B2' where id = 2",
                        "update people set bio = null where id = 11",
                        "delete from people where id = 3",
                        "delete from teams where id = 2")
                .oldSees(TWO, "1|A2", "2|B2", "6|null", "7|null", "8|G", "11|null", "21|U")
                .newSees(ONE, "1|A2", "2|B2", "6|null", "7|null", "8|G", "11|null", "21|U")
                .laterWrites(
                        "insert into people (id, name, bio) values (31, 'x', 'X')", "delete from people where id = 1");
    }

    /** Of a long text MySQL takes no literal as a default. */
    private static void required(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull().identity())
                        .column("bio", longVarchar(1_000_000).notNull())
                        .column("mood", varchar(9).notNull().defaultValue("calm"))
                        .primaryKey("id"));
    }

    private static void requiredToDetails(SchemaChanges schema) {
        schema.createTable(
                "details",
                t -> t.column("person_id", bigint().notNull())
                        .column("story", longVarchar(1_000_000).notNull())
                        .column("mood", varchar(9).notNull().defaultValue("calm"))
                        .primaryKey("person_id"));
        schema.moveValues(
                "people",
                "details",
                v -> v.join("id", "person_id")
                        .column("bio", "story")
                        .column("mood")
                        .newRows());
        schema.table("details")
                .addForeignKey("fk_details_person", foreignKey("person_id").references("people", "id"));
        schema.table("people").dropColumn("bio").dropColumn("mood");
    }

    private static void requiredToPeople(SchemaChanges schema) {
        schema.table("people")
                .addColumn("bio", longVarchar(1_000_000).notNull(), "''")
                .addColumn("mood", varchar(9).notNull().defaultValue("calm"));
        schema.moveValues(
                "details",
                "people",
                v -> v.join("person_id", "id").column("story", "bio").column("mood"));
        schema.table("details").dropForeignKey("fk_details_person");
        schema.dropTable("details");
    }

    /** The new version adds a person before the details, so for a moment the person has none. */
    private static Manoeuvre splitTableOfRequiredValues() {
        return Manoeuvre.of(
                        "split table of required values",
                        MoveManoeuvres::required,
                        MoveManoeuvres::requiredToDetails,
                        MoveManoeuvres::requiredToPeople)
                .withRows("insert into people (bio) values ('A'), ('B'), ('C')")
                .oldWrites(
                        "insert into people (bio, mood) values ('D', 'glad')",
                        "update people set bio = 'A1' where id = 1",
                        "delete from people where id = 2")
                .newWrites(
                        "insert into people (id) values (21)",
                        "insert into details (person_id, story, mood) values (21, 'U', 'sad')",
                        "update details set mood = 'glad' where person_id = 1")
                .oldSees(
                        "select id, bio, mood from people order by id", "1|A1|glad", "3|C|calm", "4|D|glad", "21|U|sad")
                .newSees(
                        "select person_id, story, mood from details order by person_id",
                        "1|A1|glad",
                        "3|C|calm",
                        "4|D|glad",
                        "21|U|sad");
    }

    /** The running version adds a person before the details; one of them has none. */
    private static Manoeuvre mergeTableOfRequiredValues() {
        return Manoeuvre.of(
                        "merge table of required values",
                        schema -> {
                            required(schema);
                            requiredToDetails(schema);
                        },
                        MoveManoeuvres::requiredToPeople,
                        MoveManoeuvres::requiredToDetails)
                .withRows(
                        "insert into people (id) values (1), (2), (3)",
                        "insert into details (person_id, story) values (1, 'A'), (2, 'B')")
                .oldWrites(
                        "insert into people (id) values (4), (5)",
                        "insert into details (person_id, story, mood) values (4, 'D', 'glad')",
                        "update details set story = 'A1' where person_id = 1",
                        "delete from details where person_id = 2",
                        "delete from people where id = 2")
                .newWrites(
                        "insert into people (id, bio, mood) values (21, 'U', 'sad')",
                        "update people set mood = 'glad' where id = 1")
                .oldSees(
                        "select person_id, story, mood from details order by person_id",
                        "1|A1|glad",
                        "4|D|glad",
                        "21|U|sad")
                .newSees(
                        "select id, bio, mood from people order by id",
                        "1|A1|glad",
                        "3||calm",
                        "4|D|glad",
                        "5||calm",
                        "21|U|sad");
    }

    private static Manoeuvre splitTableWithoutForeignKey() {
        Consumer<SchemaChanges> setUp = schema -> schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("bio", varchar(100))
                        .primaryKey("id"));
        Consumer<SchemaChanges> up = schema -> {
            schema.createTable(
                    "details",
                    t -> t.column("person_id", bigint().notNull())
                            .column("bio", varchar(100).notNull())
                            .primaryKey("person_id"));
            schema.moveValues(
                    "people",
                    "details",
                    v -> v.join("id", "person_id").column("bio").newRows());
            schema.table("people").dropColumn("bio");
        };
        return Manoeuvre.of("split table without a foreign key", setUp, up, MoveManoeuvres::merge)
                .withRows("insert into people (id, bio) values (1, 'A'), (2, 'B'), (3, 'C')")
                .oldWrites("delete from people where id = 2", "update people set bio = null where id = 3")
                .newWrites(
                        "delete from details where person_id = 1",
                        "insert into details (person_id, bio) values (3, 'c')")
                .oldSees("select id, bio from people order by id", "1|null", "3|c")
                .newSees("select person_id, bio from details order by person_id", "3|c");
    }

    private static void profiles(SchemaChanges schema, boolean ofPeople) {
        schema.createTable("people", t -> {
            t.column("id", bigint().notNull()).column("name", varchar(40));
            if (ofPeople) {
                t.column("bio", varchar(100));
            }
            t.primaryKey("id");
        });
        schema.createTable("profiles", t -> {
            t.column("id", bigint().notNull().identity())
                    .column("person_id", bigint().notNull())
                    .column("seen", bigint().notNull().defaultValue(0));
            if (!ofPeople) {
                t.column("bio", varchar(100));
            }
            t.primaryKey("id")
                    .unique(key("person_id").named("uk_profiles_person"))
                    .foreignKey("fk_profiles_person", foreignKey("person_id").references("people", "id"));
        });
    }

    private static void toProfiles(SchemaChanges schema) {
        schema.table("profiles").addColumn("bio", varchar(100));
        schema.moveValues(
                "people",
                "profiles",
                v -> v.join("id", "person_id").column("bio").newRows());
        schema.table("people").dropColumn("bio");
    }

    private static void toPeople(SchemaChanges schema) {
        schema.table("people").addColumn("bio", varchar(100));
        schema.moveValues("profiles", "people", v -> v.join("person_id", "id").column("bio"));
        schema.table("profiles").dropColumn("bio");
    }

    private static final String PEOPLE = "select id, bio from people order by id";
    private static final String PROFILES = "select person_id, bio from profiles order by person_id";

    /** Both versions know both tables, and write them in an order of their own. */
    private static Manoeuvre moveColumn() {
        return Manoeuvre.of(
                        "move a column to another table",
                        schema -> profiles(schema, true),
                        MoveManoeuvres::toProfiles,
                        MoveManoeuvres::toPeople)
                .withRows(
                        "insert into people (id, name, bio) values (1, 'a', 'A'), (2, 'b', 'B'), (3, 'c', null), (4, 'd', 'D')",
                        "insert into profiles (person_id) values (1), (2), (3), (4)")
                .oldWrites(
                        "insert into people (id, bio) values (11, 'K')",
                        "insert into profiles (person_id, seen) values (11, 1)",
                        "update people set bio = 'A1' where id = 1",
                        "update profiles set seen = 2 where person_id = 1",
                        "update people set bio = null where id = 2",
                        "delete from profiles where person_id = 4",
                        "delete from people where id = 4")
                .newWrites(
                        "insert into people (id) values (21)",
                        "insert into profiles (person_id, bio) values (21, 'U')",
                        "update profiles set bio = 'C1' where person_id = 3",
                        "update profiles set seen = 3 where person_id = 1")
                .oldSees(PEOPLE, "1|A1", "2|null", "3|C1", "11|K", "21|U")
                .newSees(PROFILES, "1|A1", "2|null", "3|C1", "11|K", "21|U");
    }

    private static Manoeuvre moveColumnBack() {
        return Manoeuvre.of(
                        "move a column to the owner",
                        schema -> profiles(schema, false),
                        MoveManoeuvres::toPeople,
                        MoveManoeuvres::toProfiles)
                .withRows(
                        "insert into people (id, name) values (1, 'a'), (2, 'b'), (3, 'c')",
                        "insert into profiles (person_id, bio) values (1, 'A'), (2, null), (3, 'C')")
                .oldWrites(
                        "insert into people (id) values (11)",
                        "insert into profiles (person_id, bio) values (11, 'K')",
                        "update profiles set bio = 'B1' where person_id = 2")
                .newWrites(
                        "insert into people (id, bio) values (21, 'U')",
                        "insert into profiles (person_id) values (21)",
                        "update people set bio = 'A2' where id = 1",
                        "delete from profiles where person_id = 3",
                        "delete from people where id = 3")
                .oldSees(PROFILES, "1|A2", "2|B1", "11|K", "21|U")
                .newSees(PEOPLE, "1|A2", "2|B1", "11|K", "21|U");
    }
}
