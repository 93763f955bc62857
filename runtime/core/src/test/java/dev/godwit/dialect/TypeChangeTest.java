package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.ordinalOf;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ColumnSpec;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What surrounds a column that changes its type while two versions of an application use it. */
class TypeChangeTest {

    private static final Consumer<SchemaChanges> ITEMS = schema -> schema.createTable(
            "items",
            t -> t.column("id", bigint().notNull())
                    .column("points", integer().notNull())
                    .column("amount", bigint())
                    .primaryKey("id"));

    private static final Consumer<SchemaChanges> WIDER =
            schema -> schema.table("items").alterColumn("points", integer().notNull(), bigint().notNull());

    private static final Consumer<SchemaChanges> NARROWER =
            schema -> schema.table("items").alterColumn("amount", bigint(), integer());

    private static final Consumer<SchemaChanges> PEOPLE = schema -> {
        schema.createTable(
                "people",
                t -> t.column("id", integer().notNull())
                        .column("name", varchar(40))
                        .primaryKey("id"));
        schema.createTable(
                "pets",
                t -> t.column("id", integer().notNull())
                        .column("owner_id", integer())
                        .primaryKey("id")
                        .foreignKey(
                                "fk_pets_owner",
                                foreignKey("owner_id")
                                        .references("people", "id")
                                        .onDelete(CASCADE)));
    };

    private static final Consumer<SchemaChanges> WIDER_KEY = schema -> {
        schema.table("pets").dropForeignKey("fk_pets_owner");
        schema.table("people").alterColumn("id", integer().notNull(), bigint().notNull());
        schema.table("pets")
                .alterColumn("owner_id", integer(), bigint())
                .addForeignKey(
                        "fk_pets_owner",
                        foreignKey("owner_id").references("people", "id").onDelete(CASCADE));
    };

    private static Plan plan(DatabaseKind kind, Consumer<SchemaChanges> setUp, Consumer<SchemaChanges> up) {
        return Dialects.of(kind)
                .plan(Manoeuvre.of("test", setUp, up, schema -> {}).course());
    }

    private interface Body {
        void accept(TestDatabase database, Connection connection) throws SQLException;
    }

    private static void with(DatabaseKind kind, Consumer<SchemaChanges> setUp, Body body) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(kind);
            PlanRun.run(dialect.plan(Scenario.record(setUp), () -> Schema.EMPTY), connection, dialect);
            body.accept(database, connection);
        }
    }

    /** What a session has made of a trigger's function is for the types that there were. */
    @Test
    void aSessionThatIsOpenGoesOnWriting() throws SQLException {
        with(DatabaseKind.POSTGRESQL, ITEMS, (database, connection) -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(DatabaseKind.POSTGRESQL, ITEMS, WIDER);
            try (Connection open = database.connect();
                    Statement writer = open.createStatement()) {
                int id = 0;
                for (StepGroup group : plan.groups()) {
                    PlanRun.run(List.of(group), connection, dialect);
                    for (int i = 0; i < 8; i++) {
                        writer.execute("insert into items (id, points) values (%d, 1)".formatted(++id));
                        writer.execute("update items set points = 2 where id = " + id);
                    }
                }
            }
            assertThat(PlanRun.text("select min(points) from items", connection))
                    .isEqualTo("2");
        });
    }

    @Test
    void whatWouldStayWithTheOldColumnIsListed() throws SQLException {
        with(DatabaseKind.POSTGRESQL, ITEMS, (database, connection) -> {
            Plan plan = plan(DatabaseKind.POSTGRESQL, ITEMS, WIDER);
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
            database.execute(
                    "create view best as select id from items where points > 9",
                    "create index by_hand on items (points)");
            assertThat(PlanRun.refusals(plan, connection))
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal).startsWith("GW3195: Column items.points"));
            assertThat(plan.guards().stream().flatMap(guard -> guard.rows().stream()))
                    .anySatisfy(rows -> assertThat(PlanRun.text(
                                    "select string_agg(object, '; ' order by object) from (%s) found".formatted(rows),
                                    connection))
                            .contains("index by_hand", "view best"));
        });
    }

    @Test
    void whatTheModelDoesNotKnowComesAlong() throws SQLException {
        with(DatabaseKind.POSTGRESQL, ITEMS, (database, connection) -> {
            database.execute(
                    "alter table items add constraint by_hand check (points < 100) not valid",
                    "create sequence drawn as integer owned by items.points",
                    "grant update (points) on items to pg_monitor with grant option",
                    "comment on column items.points is 'it''s many'");
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(
                    DatabaseKind.POSTGRESQL,
                    schema -> schema.createTable(
                            "items",
                            t -> t.column("id", bigint().notNull())
                                    .column("points", integer().notNull().defaultSql("nextval('drawn')"))
                                    .column("amount", bigint())
                                    .primaryKey("id")),
                    schema -> schema.table("items")
                            .alterColumn(
                                    "points",
                                    integer().notNull().defaultSql("nextval('drawn')"),
                                    bigint().notNull().defaultSql("nextval('drawn')")));
            database.execute("alter table items alter column points set default nextval('drawn')");
            database.execute("insert into items (id) values (1)", "insert into items (id) values (2)");
            PlanRun.run(plan, connection, dialect);
            database.execute("select setval('drawn', 3000000000)");
            assertThat(PlanRun.text(
                            "select concat(col_description('items'::regclass, attnum), ' ', attacl, ' ', attnotnull) from pg_attribute"
                                    + " where attrelid = 'items'::regclass and attname = 'points'",
                            connection))
                    .isEqualTo("it's many {pg_monitor=w*/postgres} t");
            assertThat(PlanRun.text("select pg_get_serial_sequence('items', 'points')", connection))
                    .isEqualTo("public.drawn");
            assertThatThrownBy(() -> database.execute("insert into items (id) values (3)"))
                    .hasMessageContaining("by_hand");
            database.execute("alter table items drop constraint by_hand", "insert into items (id) values (3)");
            assertThat(PlanRun.text("select points from items where id = 3", connection))
                    .isEqualTo("3000000002");
        });
    }

    @Test
    void valuesThatDoNotFitStandInTheWayBack() throws SQLException {
        with(DatabaseKind.POSTGRESQL, ITEMS, (database, connection) -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(DatabaseKind.POSTGRESQL, ITEMS, WIDER);
            PlanRun.run(plan.expand(), connection, dialect);
            database.execute("insert into items (id, points) values (1, 3000000000), (2, 5)");
            assertThatThrownBy(() -> PlanRun.abandon(plan, connection, dialect))
                    .rootCause()
                    .hasMessageContaining("GW3196: Values of items.points do not fit into integer")
                    .hasMessageContaining("3000000000");
            assertThat(PlanRun.text("select sum(points) from items", connection))
                    .isEqualTo("3000000005");
            database.execute("update items set points = 4 where id = 1");
            PlanRun.abandon(plan, connection, dialect);
            assertThat(PlanRun.text("select sum(points) from items", connection))
                    .isEqualTo("9");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void valuesThatDoNotFitHoldTheContractUp(DatabaseKind kind) throws SQLException {
        with(kind, ITEMS, (database, connection) -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(kind, ITEMS, NARROWER);
            database.execute("insert into items (id, points, amount) values (1, 1, 3000000000), (2, 2, -7)");
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
            PlanRun.run(plan.expand(), connection, dialect);
            database.execute("update items set amount = 3000000001 where id = 1");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection))
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal).contains("items.amount"));
            database.execute("update items set amount = 8 where id = 1");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            PlanRun.run(plan.contract(), connection, dialect);
            assertThat(PlanRun.text("select sum(amount) from items", connection))
                    .isEqualTo("1");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void whatRefersToAKeyGetsRoomFirst(DatabaseKind kind) {
        List<String> steps = plan(kind, PEOPLE, WIDER_KEY).expand().stream()
                .flatMap(group -> group.steps().stream())
                .map(Step::description)
                .filter(step -> kind == DatabaseKind.POSTGRESQL
                        ? step.contains("exchange types")
                        : step.startsWith("alter column"))
                .toList();
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0)).contains("pets.owner_id");
        assertThat(steps.get(1)).contains("people.id");
    }

    /** At each moment a foreign key is held to, and deletes what refers to a row that goes. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void foreignKeysHoldAllTheTime(DatabaseKind kind) throws SQLException {
        with(kind, PEOPLE, (database, connection) -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(kind, PEOPLE, WIDER_KEY);
            int number = 0;
            requireHeld(database, connection, number);
            for (StepGroup group : plan.groups()) {
                PlanRun.run(List.of(group), connection, dialect);
                number += 10;
                requireHeld(database, connection, number);
            }
        });
    }

    private static void requireHeld(TestDatabase database, Connection connection, int number) throws SQLException {
        database.execute(
                "insert into people (id) values (%d), (%d)".formatted(number + 1, number + 2),
                "insert into pets (id, owner_id) values (%d, %d), (%d, null)"
                        .formatted(number + 1, number + 1, number + 2));
        assertThatThrownBy(() ->
                        database.execute("insert into pets (id, owner_id) values (%d, 999)".formatted(number + 3)))
                .hasMessageContaining("fk_pets_owner");
        assertThatThrownBy(() -> database.execute("update pets set owner_id = 999 where id = " + (number + 2)))
                .hasMessageContaining("fk_pets_owner");
        assertThatThrownBy(() -> database.execute("update people set id = 998 where id = " + (number + 1)))
                .hasMessageContaining("fk_pets_owner");
        database.execute("delete from people where id = " + (number + 1));
        assertThat(PlanRun.text("select count(*) from pets where owner_id is not null", connection))
                .isEqualTo("0");
    }

    @Test
    void mariadbWantsBothSidesOfAForeignKeyToChange() {
        assertThatThrownBy(() -> plan(
                        DatabaseKind.MARIADB,
                        PEOPLE,
                        schema -> schema.table("people")
                                .alterColumn("id", integer().notNull(), bigint().notNull())))
                .hasMessageContaining("GW3150")
                .hasMessageContaining("fk_pets_owner");
    }

    private static Consumer<SchemaChanges> orders(ColumnSpec state) {
        return schema -> schema.createTable(
                "orders",
                t -> t.column("id", bigint().notNull()).column("state", state).primaryKey("id"));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void rowsGetTheNewNameOfAValueAtContract(DatabaseKind kind) throws SQLException {
        with(kind, orders(enumOf("OPEN", "DONE")), (database, connection) -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(
                    kind,
                    orders(enumOf("OPEN", "DONE")),
                    schema -> schema.table("orders")
                            .alterColumn(
                                    "state",
                                    enumOf("OPEN", "DONE"),
                                    enumOf("OPEN", "CLOSED"),
                                    "case state when 'DONE' then 'CLOSED' else state end"));
            database.execute("insert into orders (id, state) values (1, 'DONE'), (2, 'OPEN')");
            PlanRun.run(plan.expand(), connection, dialect);
            database.execute("insert into orders (id, state) values (3, 'DONE'), (4, 'CLOSED')");
            assertThat(states(connection)).isEqualTo("DONE OPEN DONE CLOSED");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            PlanRun.run(plan.contract(), connection, dialect);
            assertThat(states(connection)).isEqualTo("CLOSED OPEN CLOSED CLOSED");
            assertThatThrownBy(() -> database.execute("insert into orders (id, state) values (5, 'DONE')"))
                    .isInstanceOf(SQLException.class);
        });
    }

    private static String states(Connection connection) throws SQLException {
        List<String> states = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select state from orders order by id")) {
            while (rows.next()) {
                states.add(rows.getString(1));
            }
        }
        return String.join(" ", states);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void rowsThatHoldAValueThatGoesHoldTheContractUp(DatabaseKind kind) throws SQLException {
        with(kind, orders(enumOf("OPEN", "DONE")), (database, connection) -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = plan(
                    kind,
                    orders(enumOf("OPEN", "DONE")),
                    schema -> schema.table("orders").alterColumn("state", enumOf("OPEN", "DONE"), enumOf("OPEN")));
            PlanRun.run(plan.expand(), connection, dialect);
            database.execute("insert into orders (id, state) values (1, 'DONE'), (2, 'OPEN')");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection))
                    .singleElement()
                    .satisfies(
                            refusal -> assertThat(refusal).startsWith("GW3197: Values of the enum in orders.state go"));
            database.execute("update orders set state = 'OPEN'");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            PlanRun.run(plan.contract(), connection, dialect);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aNumberIsNoOtherConstantForEachVersion(DatabaseKind kind) {
        assertThatThrownBy(() -> plan(
                        kind,
                        orders(ordinalOf("OPEN", "LOST", "DONE")),
                        schema -> schema.table("orders")
                                .alterColumn("state", ordinalOf("OPEN", "LOST", "DONE"), ordinalOf("OPEN", "DONE"))))
                .hasMessageContaining("GW3150")
                .hasMessageContaining("orders.state");
    }
}
