package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An inheritance strategy that changes: at once, forth, back and forth again; and in phases, back from each moment. */
class InheritanceTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    static List<DatabaseKind> phased() {
        return InPhases.databases();
    }

    private static void parts(SchemaChanges schema) {
        schema.createTable(
                "cats",
                t -> t.column("id", bigint().notNull())
                        .column("lives", integer().notNull())
                        .column("colour", varchar(9))
                        .primaryKey("id")
                        .foreignKey("fk_cats", foreignKey("id").references("animals", "id")));
        schema.createTable(
                "house_cats",
                t -> t.column("id", bigint().notNull())
                        .primaryKey("id")
                        .foreignKey("fk_house_cats", foreignKey("id").references("cats", "id")));
        schema.createTable(
                "dogs",
                t -> t.column("id", bigint().notNull())
                        .column("colour", varchar(9))
                        .primaryKey("id")
                        .foreignKey("fk_dogs", foreignKey("id").references("animals", "id")));
    }

    private static void merge(SchemaChanges schema) {
        schema.table("house_cats").dropForeignKey("fk_house_cats");
        schema.table("animals")
                .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                .addColumn("lives", integer())
                .addColumn("colour", varchar(9));
        schema.moveValues(
                "cats",
                "animals",
                v -> v.join("id", "id").column("lives").column("colour").marks("dtype", "Cat"));
        schema.moveValues("house_cats", "animals", v -> v.join("id", "id").marks("dtype", "HouseCat"));
        schema.moveValues(
                "dogs", "animals", v -> v.join("id", "id").column("colour").marks("dtype", "Dog"));
        schema.dropTable("cats");
        schema.dropTable("dogs");
        schema.dropTable("house_cats");
    }

    private static void split(SchemaChanges schema) {
        parts(schema);
        schema.moveValues(
                "animals",
                "cats",
                v -> v.join("id", "id").column("lives").column("colour").newRows("dtype", "Cat", "HouseCat"));
        schema.moveValues("animals", "house_cats", v -> v.join("id", "id").newRows("dtype", "HouseCat"));
        schema.moveValues(
                "animals", "dogs", v -> v.join("id", "id").column("colour").newRows("dtype", "Dog"));
        schema.table("animals").dropColumn("colour").dropColumn("dtype").dropColumn("lives");
    }

    /** Entities with a table for each class. */
    public static final class Joined implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "animals",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(40))
                            .primaryKey("id"));
            parts(schema);
        }

        @Override
        public void down(SchemaChanges schema) {
            List.of("dogs", "house_cats", "cats", "animals").forEach(schema::dropTable);
        }
    }

    /** Entities with one table for all classes. */
    public static final class Single implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "animals",
                    t -> t.column("dtype", varchar(31).notNull())
                            .column("id", bigint().notNull())
                            .column("name", varchar(40))
                            .column("lives", integer())
                            .column("colour", varchar(9))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("animals");
        }
    }

    public static final class ToSingle implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            merge(schema);
        }

        @Override
        public void down(SchemaChanges schema) {
            split(schema);
        }
    }

    public static final class ToJoined implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            split(schema);
        }

        @Override
        public void down(SchemaChanges schema) {
            merge(schema);
        }
    }

    /** The root has no rows of its own. */
    public static final class ToSingleOfAbstract implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("house_cats").dropForeignKey("fk_house_cats");
            schema.table("animals")
                    .addColumn("dtype", varchar(31))
                    .addColumn("lives", integer())
                    .addColumn("colour", varchar(9));
            schema.moveValues(
                    "cats",
                    "animals",
                    v -> v.join("id", "id").column("lives").column("colour").marks("dtype", "Cat"));
            schema.moveValues("house_cats", "animals", v -> v.join("id", "id").marks("dtype", "HouseCat"));
            schema.moveValues(
                    "dogs", "animals", v -> v.join("id", "id").column("colour").marks("dtype", "Dog"));
            schema.table("animals")
                    .alterColumn("dtype", varchar(31), varchar(31).notNull());
            schema.dropTable("cats");
            schema.dropTable("dogs");
            schema.dropTable("house_cats");
        }

        @Override
        public void down(SchemaChanges schema) {
            split(schema);
        }
    }

    private static final String ONE = "select id, name, dtype, lives, colour from animals order by id";

    private static final String SEVERAL = """
            select a.id, a.name, case when h.id is not null then 'HouseCat' when c.id is not null then 'Cat' \
            when d.id is not null then 'Dog' else 'Animal' end, c.lives, coalesce(c.colour, d.colour) from animals a \
            left join cats c on c.id = a.id left join house_cats h on h.id = c.id left join dogs d on d.id = a.id \
            order by a.id""";

    private static final String[] JOINED_ROWS = {
        "insert into animals (id, name) values (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e')",
        "insert into cats (id, lives, colour) values (2, 9, 'red'), (3, 8, null)",
        "insert into house_cats (id) values (3)",
        "insert into dogs (id, colour) values (4, 'black'), (5, null)"
    };

    private static final String[] SINGLE_ROWS = {
        "insert into animals (id, name, dtype, lives, colour) values (1, 'a', 'Animal', null, null),"
                + " (2, 'b', 'Cat', 9, 'red'), (3, 'c', 'HouseCat', 8, null), (4, 'd', 'Dog', null, 'black'),"
                + " (5, 'e', 'Dog', null, null)"
    };

    private static final List<String> SEEN = List.of(
            "1|a|Animal|null|null", "2|b|Cat|9|red", "3|c|HouseCat|8|null", "4|d|Dog|null|black", "5|e|Dog|null|null");

    private static TestDatabase inUse(DatabaseKind kind, Class<? extends Migration> first, String... rows)
            throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        Quiet.engine(Ledgers.of(first), database).migrate(Optional.empty());
        database.execute(rows);
        return database;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void joinedToSingleTableAndBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Joined.class, JOINED_ROWS)) {
            Engine engine = Quiet.engine(Ledgers.of(Joined.class, ToSingle.class), database);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, ONE)).isEqualTo(SEEN);

            database.execute(
                    "insert into animals (id, name, dtype, colour) values (6, 'f', 'Dog', 'tan')",
                    "insert into animals (id, name, dtype, lives) values (7, 'g', 'HouseCat', 7)",
                    "update animals set lives = 1, colour = 'grey' where id = 3",
                    "update animals set colour = null where id = 4",
                    "update animals set dtype = 'HouseCat' where id = 2",
                    "delete from animals where id = 5");
            List<String> single = Rows.of(database, ONE);
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, SEVERAL)).isEqualTo(single);

            database.execute(
                    "insert into animals (id, name) values (8, 'h')",
                    "insert into cats (id, lives) values (8, 3)",
                    "update dogs set colour = 'white' where id = 4",
                    "delete from house_cats where id = 3");
            List<String> joined = Rows.of(database, SEVERAL);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, ONE)).isEqualTo(joined);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void singleTableToJoinedAndBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Single.class, SINGLE_ROWS)) {
            Engine engine = Quiet.engine(Ledgers.of(Single.class, ToJoined.class), database);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, SEVERAL)).isEqualTo(SEEN);

            database.execute(
                    "insert into animals (id, name) values (6, 'f'), (7, 'g'), (8, 'h')",
                    "insert into dogs (id, colour) values (6, 'tan')",
                    "insert into cats (id, lives) values (7, 7)",
                    "insert into house_cats (id) values (7)",
                    "update cats set colour = null where id = 2",
                    "delete from house_cats where id = 3",
                    "delete from dogs where id = 5",
                    "delete from animals where id = 5");
            List<String> joined = Rows.of(database, SEVERAL);
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, ONE)).isEqualTo(joined);

            database.execute("delete from animals where id = 7", "update animals set lives = 2 where id = 2");
            List<String> single = Rows.of(database, ONE);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, SEVERAL)).isEqualTo(single);
        }
    }

    /** What nothing would bring back is found before anything is executed. */
    @ParameterizedTest
    @MethodSource("databases")
    void refusesRowsOfNoKind(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Single.class, SINGLE_ROWS)) {
            database.execute("insert into animals (id, name, dtype) values (9, 'i', 'Bird')");
            Engine engine = Quiet.engine(Ledgers.of(Single.class, ToJoined.class), database);
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3137")
                    .hasMessageContaining("9");
            database.execute("update animals set dtype = 'Animal', colour = 'red' where id = 9");
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3119")
                    .hasMessageContaining("9");
            database.execute("update animals set dtype = 'Cat' where id = 9");
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3126")
                    .hasMessageContaining("9");
            database.execute("update animals set lives = 1 where id = 9");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, SEVERAL)).contains("9|i|Cat|1|red").hasSize(6);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesRowsOfAnAbstractRoot(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Joined.class, JOINED_ROWS)) {
            Engine engine = Quiet.engine(Ledgers.of(Joined.class, ToSingleOfAbstract.class), database);
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3138")
                    .hasMessageContaining("1");
            database.execute("delete from animals where id = 1");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, ONE)).isEqualTo(SEEN.subList(1, 5));
        }
    }

    private static final MigrationSource SINGLE = Ledgers.of(Joined.class, ToSingle.class);
    private static final MigrationSource JOINED = Ledgers.of(Single.class, ToJoined.class);

    private static Engine engine(MigrationSource source, TestDatabase database, Phase phase) {
        return InPhases.engine(source, database, phase);
    }

    /** Each moment from which one goes back, and what the old version finds then. */
    @ParameterizedTest
    @MethodSource("phased")
    void goesBackFromBetweenThePhases(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Joined.class, JOINED_ROWS)) {
            engine(SINGLE, database, Phase.EXPAND).migrate(Optional.empty());
            assertThat(Rows.of(database, ONE)).isEqualTo(SEEN);
            database.execute("insert into animals (id, name, dtype, lives) values (6, 'f', 'Cat', 3)");
            engine(SINGLE, database, Phase.AUTO).rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, SEVERAL)).contains("6|f|Cat|3|null").hasSize(6);
            assertThat(InPhases.triggers(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("phased")
    void goesBackInPhasesAfterContract(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Joined.class, JOINED_ROWS)) {
            engine(SINGLE, database, Phase.EXPAND).migrate(Optional.empty());
            engine(SINGLE, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(Rows.of(database, ONE)).isEqualTo(SEEN);
            database.execute("insert into animals (id, name, dtype, lives) values (6, 'f', 'HouseCat', 3)");
            engine(SINGLE, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            database.execute(
                    "insert into animals (id, name) values (7, 'g')",
                    "insert into cats (id, lives) values (7, 2)",
                    "update animals set lives = 4 where id = 6",
                    "delete from house_cats where id = 3",
                    "delete from cats where id = 3",
                    "delete from animals where id = 3");
            assertThat(Rows.of(database, ONE))
                    .isEqualTo(Rows.of(database, SEVERAL))
                    .contains("6|f|HouseCat|4|null", "7|g|Cat|2|null")
                    .hasSize(6);
            engine(SINGLE, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, SEVERAL)).contains("7|g|Cat|2|null").hasSize(6);
            assertThat(InPhases.triggers(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("phased")
    void splitsInPhasesAndGoesBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Single.class, SINGLE_ROWS)) {
            engine(JOINED, database, Phase.EXPAND).migrate(Optional.empty());
            assertThat(Rows.of(database, SEVERAL)).isEqualTo(SEEN);
            engine(JOINED, database, Phase.AUTO).rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, ONE)).isEqualTo(SEEN);
            engine(JOINED, database, Phase.EXPAND).migrate(Optional.empty());
            engine(JOINED, database, Phase.CONTRACT).migrate(Optional.empty());
            database.execute("insert into animals (id, name) values (6, 'f')", "insert into dogs (id) values (6)");
            engine(JOINED, database, Phase.AUTO).rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, ONE)).contains("6|f|Dog|null|null").hasSize(6);
            assertThat(InPhases.triggers(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("phased")
    void refusesInPhasesWhatWouldBeLost(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Single.class, SINGLE_ROWS)) {
            database.execute("insert into animals (id, name, dtype) values (8, 'h', 'Cat'), (9, 'i', 'Bird')");
            assertThatThrownBy(() -> engine(JOINED, database, Phase.EXPAND).migrate(Optional.empty()))
                    .hasMessageContaining("GW3137");
            database.execute("delete from animals where id = 9");
            assertThatThrownBy(() -> engine(JOINED, database, Phase.EXPAND).migrate(Optional.empty()))
                    .hasMessageContaining("GW3126");
            assertThat(InPhases.triggers(database)).isEmpty();
            database.execute("update animals set lives = 1 where id = 8");
            engine(JOINED, database, Phase.EXPAND).migrate(Optional.empty());
            assertThat(Rows.of(database, SEVERAL)).contains("8|h|Cat|1|null").hasSize(6);
        }
    }

    /** Rows that say different things, however that came about. */
    @ParameterizedTest
    @MethodSource("phased")
    void doesNotContractOverRowsThatDisagree(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind, Joined.class, JOINED_ROWS)) {
            engine(SINGLE, database, Phase.EXPAND).migrate(Optional.empty());
            behindTheTriggers(database, "delete from house_cats where id = 3");
            assertThatThrownBy(() -> engine(SINGLE, database, Phase.CONTRACT).migrate(Optional.empty()))
                    .hasMessageContaining("GW3152");
            behindTheTriggers(database, "update animals set dtype = 'Cat' where id = 3");
            behindTheTriggers(database, "update animals set lives = 1 where id = 2");
            assertThatThrownBy(() -> engine(SINGLE, database, Phase.CONTRACT).migrate(Optional.empty()))
                    .hasMessageContaining("GW3152");
            database.execute("update cats set lives = 2 where id = 2");
            engine(SINGLE, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(Rows.of(database, ONE)).contains("2|b|Cat|2|red", "3|c|Cat|8|null");
        }
    }

    private static void behindTheTriggers(TestDatabase database, String sql) throws SQLException {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.execute(
                    "set session_replication_role = replica; %s; set session_replication_role = origin".formatted(sql));
            return;
        }
        String guard = Rows.of(
                        database,
                        "select regexp_substr(action_statement, '@godwit_phase_[a-z0-9_]*_g') from"
                                + " information_schema.triggers where trigger_schema = database() limit 1")
                .get(0);
        database.execute(
                "set timestamp = 1000000", "set %s = (now(6) + 0)".formatted(guard), sql, "set timestamp = default");
    }
}
