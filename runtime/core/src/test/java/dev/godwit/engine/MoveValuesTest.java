package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that move to other tables: forth, back and forth again, with rows that come, change and go meanwhile. */
class MoveValuesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /** People, with more in their table than belongs there. */
    public static final class People implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "people",
                    t -> t.column("id", bigint().notNull())
                            .column("bio", varchar(1000))
                            .column("town", varchar(80))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("people");
        }
    }

    /** A part of the table becomes one of its own. */
    public static final class Details implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "details",
                    t -> t.column("person_id", bigint().notNull())
                            .column("bio", varchar(1000))
                            .column("city", varchar(80))
                            .primaryKey("person_id")
                            .foreignKey("fk_details", foreignKey("person_id").references("people", "id")));
            schema.moveValues(
                    "people",
                    "details",
                    v -> v.join("id", "person_id")
                            .column("bio")
                            .column("town", "city")
                            .newRows());
            schema.table("people").dropColumn("bio").dropColumn("town");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("bio", varchar(1000)).addColumn("town", varchar(80));
            schema.moveValues(
                    "details",
                    "people",
                    v -> v.join("person_id", "id").column("bio").column("city", "town"));
            schema.dropTable("details");
        }
    }

    /** One value becomes a collection. */
    public static final class Towns implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "towns",
                    t -> t.column("person_id", bigint().notNull())
                            .column("town", varchar(80).notNull())
                            .primaryKey("person_id", "town")
                            .foreignKey("fk_towns", foreignKey("person_id").references("people", "id")));
            schema.moveValues(
                    "people",
                    "towns",
                    v -> v.join("id", "person_id").column("town").newRows());
            schema.table("people").dropColumn("town");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("town", varchar(80));
            schema.moveValues("towns", "people", v -> v.join("person_id", "id").column("town"));
            schema.dropTable("towns");
        }
    }

    /** A collection that nothing tells apart, and no index finds on PostgreSQL. */
    public static final class Bag implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "bag",
                    t -> t.column("person_id", bigint().notNull())
                            .column("town", varchar(80))
                            .column("bio", varchar(1000)));
            schema.moveValues(
                    "people",
                    "bag",
                    v -> v.join("id", "person_id").column("town").column("bio").newRows());
            schema.table("people").dropColumn("town").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("town", varchar(80)).addColumn("bio", varchar(1000));
            schema.moveValues(
                    "bag",
                    "people",
                    v -> v.join("person_id", "id").column("town").column("bio"));
            schema.dropTable("bag");
        }
    }

    /** The same without the rows that the values would need. */
    public static final class Nowhere implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "details",
                    t -> t.column("person_id", bigint().notNull())
                            .column("bio", varchar(1000))
                            .primaryKey("person_id"));
            schema.sql("insert into details (person_id) select id from people where id < 4")
                    .noSchemaEffect()
                    .idempotent()
                    .reads("people")
                    .writes("details");
            schema.moveValues(
                    "people", "details", v -> v.join("id", "person_id").column("bio"));
            schema.table("people").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("bio", varchar(1000));
            schema.dropTable("details");
        }
    }

    /** A column that wants a value in each row goes to another table, and comes back. */
    public static final class Required implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "cards",
                    t -> t.column("person_id", bigint().notNull())
                            .column("id", bigint().notNull())
                            .primaryKey("person_id"));
            schema.moveValues(
                    "people",
                    "cards",
                    v -> v.join("id", "person_id").column("id").newRows());
            schema.table("people").addColumn("card", bigint());
            schema.moveValues("cards", "people", v -> v.join("person_id", "id").column("id", "card"));
            schema.table("people").alterColumn("card", bigint(), bigint().notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").dropColumn("card");
            schema.dropTable("cards");
        }
    }

    /** The same, where rows that have none are there. */
    public static final class Needy implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("people").alterColumn("town", varchar(80), varchar(80).notNull());
            schema.createTable(
                    "towns",
                    t -> t.column("person_id", bigint().notNull())
                            .column("town", varchar(80).notNull())
                            .primaryKey("person_id"));
            schema.moveValues(
                    "people",
                    "towns",
                    v -> v.join("id", "person_id").column("town").newRows());
            schema.table("people").dropColumn("town");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("town", varchar(80));
            schema.moveValues("towns", "people", v -> v.join("person_id", "id").column("town"));
            schema.table("people").alterColumn("town", varchar(80), varchar(80).notNull());
            schema.dropTable("towns");
        }
    }

    /** Values go to a table that has no row for them. */
    public static final class Lost implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "details",
                    t -> t.column("person_id", bigint().notNull())
                            .column("bio", varchar(1000))
                            .primaryKey("person_id"));
            schema.moveValues(
                    "people", "details", v -> v.join("id", "person_id").column("bio"));
            schema.table("people").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("bio", varchar(1000));
            schema.dropTable("details");
        }
    }

    /** A column that wants a value in each row. */
    public static final class Demanding implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "details",
                    t -> t.column("person_id", bigint().notNull())
                            .column("bio", varchar(1000).notNull())
                            .column("town", varchar(80))
                            .primaryKey("person_id"));
            schema.moveValues(
                    "people",
                    "details",
                    v -> v.join("id", "person_id").column("bio").column("town").newRows());
            schema.table("people").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("bio", varchar(1000));
            schema.dropTable("details");
        }
    }

    /** A table whose rows want more than moves. */
    public static final class Incomplete implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "details",
                    t -> t.column("person_id", bigint().notNull())
                            .column("bio", varchar(1000))
                            .column("place", integer().notNull())
                            .primaryKey("person_id"));
            schema.moveValues(
                    "people",
                    "details",
                    v -> v.join("id", "person_id").column("bio").newRows());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("details");
        }
    }

    /** Orders and their items, with values of many types; the items tell the places of their orders otherwise. */
    public static final class Orders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "orders",
                    t -> t.column("id", bigint().notNull())
                            .column("paid", bool())
                            .column("token", uuid())
                            .column("place", integer())
                            .primaryKey("id"));
            schema.createTable(
                    "items",
                    t -> t.column("id", bigint().notNull())
                            .column("order_id", bigint())
                            .column("place", varchar(20))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("items");
            schema.dropTable("orders");
        }
    }

    /** Each item gets what its order has; back go values of many items. */
    public static final class ToItems implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("items").addColumn("paid", bool()).addColumn("token", uuid());
            schema.moveValues(
                    "orders",
                    "items",
                    v -> v.join("id", "order_id").column("paid").column("token").column("place"));
            schema.table("orders").dropColumn("paid").dropColumn("token").dropColumn("place");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders")
                    .addColumn("paid", bool())
                    .addColumn("token", uuid())
                    .addColumn("place", integer());
            schema.moveValues(
                    "items",
                    "orders",
                    v -> v.join("order_id", "id").column("paid").column("token"));
            schema.table("items").dropColumn("paid").dropColumn("token");
        }
    }

    static Engine filled(TestDatabase database, Class<? extends Migration> move) throws SQLException {
        Engine engine = Quiet.engine(Ledgers.of(People.class, move), database);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        database.execute("insert into people (id, bio, town) values (1, 'one', 'Ulm'), (2, 'two', null),"
                + " (3, null, 'Bonn'), (4, null, null), (5, 'five', 'Jena'), (6, 'six', 'Ulm'), (7, 'seven', 'Kiel')");
        return engine;
    }

    static List<String> people(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, bio, town from people order by id");
    }

    static List<String> details(TestDatabase database) throws SQLException {
        return Rows.of(database, "select person_id, bio, city from details order by person_id");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableThatIsSplit(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Details.class);
            List<String> before = people(database);

            engine.migrate(Optional.empty());
            List<String> moved = details(database);
            assertThat(moved)
                    .containsExactly(
                            "1|one|Ulm", "2|two|null", "3|null|Bonn", "5|five|Jena", "6|six|Ulm", "7|seven|Kiel");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(people(database)).isEqualTo(before);

            engine.migrate(Optional.empty());
            assertThat(details(database)).isEqualTo(moved);
        }
    }

    /** What columns and tables had when they were kept is older than what moves. */
    @ParameterizedTest
    @MethodSource("databases")
    void whatHasChangedSinceMovesToo(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Details.class);
            engine.migrate(Optional.empty());
            database.execute("update details set bio = 'ONE' where person_id = 1");
            database.execute("update details set bio = null where person_id = 2");
            database.execute("delete from details where person_id = 3");
            database.execute("insert into details (person_id, bio, city) values (4, 'four', 'Kiel')");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(people(database))
                    .containsExactly(
                            "1|ONE|Ulm",
                            "2|null|null",
                            "3|null|null",
                            "4|four|Kiel",
                            "5|five|Jena",
                            "6|six|Ulm",
                            "7|seven|Kiel");

            database.execute("update people set bio = 'uno', town = null where id = 1");
            database.execute("update people set town = 'Hof' where id = 3");
            database.execute("insert into people (id, bio) values (8, 'eight')");
            engine.migrate(Optional.empty());
            assertThat(details(database))
                    .contains("1|uno|null", "3|null|Hof", "4|four|Kiel", "8|eight|null")
                    .hasSize(8);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aValueThatBecomesACollectionAndTheLeastOfIt(DatabaseKind kind) throws SQLException {
        String towns = "select person_id, town from towns order by person_id, town";
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Towns.class);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, towns)).containsExactly("1|Ulm", "3|Bonn", "5|Jena", "6|Ulm", "7|Kiel");
            database.execute("insert into towns (person_id, town) values (1, 'Aalen'), (1, 'Zell'), (4, 'Hof')");
            database.execute("delete from towns where person_id = 5");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(people(database))
                    .contains("1|one|Aalen", "2|two|null", "4|null|Hof", "5|five|null", "6|six|Ulm");

            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, towns))
                    .containsExactly("1|Aalen", "1|Ulm", "1|Zell", "3|Bonn", "4|Hof", "6|Ulm", "7|Kiel");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsThatNoIndexFindsAreFoundAllAtOnce(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Bag.class);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select count(*) from bag")).containsExactly("6");
            database.execute("insert into bag (person_id, town, bio) values (1, 'Aalen', 'zzz'), (4, null, 'four')");
            database.execute("delete from bag where person_id = 3");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(people(database))
                    .containsExactly(
                            "1|one|Aalen",
                            "2|two|null",
                            "3|null|null",
                            "4|four|null",
                            "5|five|Jena",
                            "6|six|Ulm",
                            "7|seven|Kiel");
        }
    }

    /** A value that is replaced comes back; of several, the least moves, whatever its type. */
    @ParameterizedTest
    @MethodSource("databases")
    void toManyRowsAndBackFromThem(DatabaseKind kind) throws SQLException {
        String orders = "select id, token, place from orders order by id";
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Orders.class, ToItems.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            String token = kind == DatabaseKind.MYSQL ? "000000000000000" : "00000000-0000-4000-8000-00000000000";
            database.execute(
                    "insert into orders (id, paid, token, place) values (1, true, '%1$s1', 7), (2, null, '%1$s2', null)"
                            .formatted(token));
            database.execute(
                    "insert into items (id, order_id, place) values (1, 1, 'old'), (2, 1, '7'), (3, 2, 'kept'),"
                            + " (4, null, 'alone')");
            List<String> before = Rows.of(database, orders);

            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select id, place from items order by id"))
                    .containsExactly("1|7", "2|7", "3|null", "4|alone");
            assertThat(Rows.of(database, "select count(*) from items where paid and token is not null"))
                    .containsExactly("2");
            database.execute("update items set token = '%s9' where id = 1".formatted(token));

            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, orders)).isEqualTo(before);
            assertThat(Rows.of(database, "select id, place from items order by id"))
                    .containsExactly("1|old", "2|7", "3|kept", "4|alone");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesThatGoNowhereStopTheMigrationBeforeItStarts(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Lost.class);
            List<String> before = people(database);

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3119")
                    .hasMessageContaining("people.bio move to details");
            assertThat(people(database)).isEqualTo(before);

            database.execute("update people set bio = null");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select * from details")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsToWhichNothingMovesAreToldBeforeTheirColumnIsRequired(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Needy.class);
            database.execute("update people set town = 'Hof' where town is null");
            List<String> before = people(database);
            engine.migrate(Optional.empty());
            database.execute("insert into people (id, bio) values (8, 'eight')");
            database.execute("delete from towns where person_id = 3");

            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageContaining("GW3128: Column people.town gets its values from towns")
                    .hasMessageContaining("3")
                    .hasMessageContaining("8");
            assertThat(Rows.columns(database, "people")).containsExactly("id", "bio");

            database.execute("insert into towns (person_id, town) values (3, 'Bonn')");
            database.execute("delete from people where id = 8");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(people(database)).isEqualTo(before);
        }
    }

    /** What the migration has moved itself it knows nothing of beforehand. */
    @ParameterizedTest
    @MethodSource("databases")
    void whatHasJustMovedMovesOn(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            filled(database, Required.class).migrate(Optional.empty());
            assertThat(Rows.of(database, "select count(*) from people where card = id"))
                    .containsExactly("7");
        }
    }

    /** Rows that the migration makes itself are not known beforehand. */
    @ParameterizedTest
    @MethodSource("databases")
    void rowsThatTheMigrationMakesGetTheirValues(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            filled(database, Nowhere.class).migrate(Optional.empty());
            assertThat(Rows.of(database, "select person_id, bio from details order by person_id"))
                    .containsExactly("1|one", "2|two", "3|null");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsThatCannotBeMadeAreToldBefore(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Demanding.class);
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3126")
                    .hasMessageContaining("details.bio, which is NOT NULL");
            assertThat(Rows.tables(database)).doesNotContain("details");
            database.execute("delete from people where id = 3");
            engine.migrate(Optional.empty());
        }
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, Incomplete.class);
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("GW3127")
                    .hasMessageContaining("column details.place");
            assertThat(Rows.tables(database)).doesNotContain("details");
        }
    }
}
