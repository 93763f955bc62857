package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that one version leaves to the database and the other draws from a sequence, side by side. */
class KeySourceTest {

    private static final String MADE = "insert into orders (title) values ('made')";

    private static Consumer<SchemaChanges> orders(boolean identity) {
        return schema -> {
            schema.createTable(
                    "orders",
                    t -> t.column("id", identity ? bigint().notNull().identity() : bigint().notNull())
                            .column("title", varchar(9))
                            .primaryKey("id"));
            if (!identity) {
                schema.createSequence("orders_seq", incrementBy(50));
            }
        };
    }

    private static final Consumer<SchemaChanges> TO_SEQUENCE = schema -> {
        schema.createSequence("orders_seq", incrementBy(50));
        schema.table("orders").alterColumn("id", bigint().notNull().identity(), bigint().notNull());
    };

    private static final Consumer<SchemaChanges> TO_IDENTITY = schema -> {
        schema.table("orders")
                .alterColumn("id", bigint().notNull(), bigint().notNull().identity());
        schema.dropSequence("orders_seq");
    };

    /** As Hibernate's pooled optimizer does: a call gives the last of fifty keys. */
    private static void drawn(TestDatabase database) throws SQLException {
        if (database.kind() == DatabaseKind.MYSQL) {
            database.execute("""
                    insert into orders (id, title) with recursive n (n) as (select 0 union all select n + 1 from n where n < 49) \
                    select next_val - 49 + n.n, 'drawn' from orders_seq, n where next_val - 49 + n.n > 0""", "update orders_seq set next_val = next_val + 50");
            return;
        }
        boolean postgresql = database.kind() == DatabaseKind.POSTGRESQL;
        database.execute("""
                insert into orders (id, title) select block.last - 49 + n.n, 'drawn' \
                from (select nextval(%s) as last) block, %s where block.last - 49 + n.n > 0""".formatted(
                postgresql ? "'orders_seq'" : "orders_seq",
                postgresql ? "generate_series(0, 49) n(n)" : "(select cast(seq as signed) as n from seq_0_to_49) n"));
    }

    private static Plan prepared(Manoeuvre manoeuvre, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
        return dialect.plan(manoeuvre.course());
    }

    /** On which both ways are possible. */
    static List<DatabaseKind> databases() {
        return List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void fromTheDatabaseToASequence(DatabaseKind kind) throws SQLException {
        Manoeuvre manoeuvre = Manoeuvre.of("keys", orders(true), TO_SEQUENCE, TO_IDENTITY);
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Plan plan = prepared(manoeuvre, connection);
            database.execute(MADE, MADE);
            PlanRun.run(plan.expand(), connection, Dialects.of(connection));
            for (int i = 0; i < 60; i++) {
                database.execute(MADE);
                drawn(database);
            }
            assertThat(plan.gate().watches())
                    .allSatisfy(watch -> assertThat(PlanRun.text(watch.query(), connection))
                            .as("seconds since the old version has written")
                            .matches("\\d+(\\.\\d+)?"));
            PlanRun.run(plan.contract(), connection, Dialects.of(connection));
            drawn(database);
            assertThat(number(connection, "select count(*) from orders")).isEqualTo(2 + 60 + 61 * 50);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fromASequenceToTheDatabase(DatabaseKind kind) throws SQLException {
        Manoeuvre manoeuvre = Manoeuvre.of("keys", orders(false), TO_IDENTITY, TO_SEQUENCE);
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Plan plan = prepared(manoeuvre, connection);
            drawn(database);
            PlanRun.run(plan.expand(), connection, Dialects.of(connection));
            for (int i = 0; i < 60; i++) {
                database.execute(MADE);
                drawn(database);
            }
            PlanRun.run(plan.contract(), connection, Dialects.of(connection));
            database.execute(MADE);
            assertThat(number(connection, "select count(*) from orders where title = 'made'"))
                    .isEqualTo(61);
        }
    }

    @Test
    void mysqlMakesKeysOnlyByACopyThatWritersWaitFor() {
        Manoeuvre manoeuvre = Manoeuvre.of("keys", orders(false), TO_IDENTITY, TO_SEQUENCE);
        assertThatThrownBy(() -> Dialects.of(DatabaseKind.MYSQL).plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasMessageStartingWith("GW3174")
                .hasMessageContaining("copy of the table");
    }

    @Test
    void mysqlTakesAutoIncrementAwayOnlyWhereNoForeignKeyRefersToIt() {
        Consumer<SchemaChanges> referred = schema -> {
            orders(true).accept(schema);
            schema.createTable(
                    "items",
                    t -> t.column("id", bigint().notNull())
                            .column("order_id", bigint())
                            .primaryKey("id")
                            .foreignKey("fk_order", foreignKey("order_id").references("orders", "id")));
        };
        Manoeuvre manoeuvre = Manoeuvre.of("keys", referred, TO_SEQUENCE, TO_IDENTITY);
        assertThatThrownBy(() -> Dialects.of(DatabaseKind.MYSQL).plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasMessageStartingWith("GW3174")
                .hasMessageContaining("fk_order of items");
    }

    @ParameterizedTest
    @ValueSource(longs = {40_000, Integer.MAX_VALUE - 400_000L})
    void aNarrowKeyHasRoomForBothOrIsRefused(long largest) throws SQLException {
        Consumer<SchemaChanges> narrow = schema -> schema.createTable(
                "orders",
                t -> t.column("id", integer().notNull().identity())
                        .column("title", varchar(9))
                        .primaryKey("id"));
        Consumer<SchemaChanges> up = schema -> {
            schema.createSequence("orders_seq", incrementBy(50));
            schema.table("orders")
                    .alterColumn("id", integer().notNull().identity(), integer().notNull());
        };
        Consumer<SchemaChanges> down = schema -> {
            schema.table("orders")
                    .alterColumn("id", integer().notNull(), integer().notNull().identity());
            schema.dropSequence("orders_seq");
        };
        try (TestDatabase database = Databases.fresh(DatabaseKind.MYSQL);
                Connection connection = database.connect()) {
            Plan plan = prepared(Manoeuvre.of("keys", narrow, up, down), connection);
            database.execute("insert into orders (id) values (%d)".formatted(largest));
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
            PlanRun.run(plan.expand(), connection, Dialects.of(connection));
            database.execute(MADE);
            drawn(database);
            long made = number(connection, "select id from orders where title = 'made'");
            assertThat(made).isGreaterThan(largest + 100_000).isLessThan(Integer.MAX_VALUE - 100_000);
            database.execute("insert into orders (id) values (%d)".formatted(Integer.MAX_VALUE - 1000));
            assertThat(PlanRun.refusals(plan, connection)).anyMatch(refusal -> refusal.startsWith("GW3180"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void abandonedAfterBothHaveMadeKeys(DatabaseKind kind) throws SQLException {
        for (boolean identity : kind == DatabaseKind.MYSQL ? new boolean[] {true} : new boolean[] {true, false}) {
            Manoeuvre manoeuvre = Manoeuvre.of(
                    "keys",
                    orders(identity),
                    identity ? TO_SEQUENCE : TO_IDENTITY,
                    identity ? TO_IDENTITY : TO_SEQUENCE);
            try (TestDatabase database = Databases.fresh(kind);
                    Connection connection = database.connect()) {
                Plan plan = prepared(manoeuvre, connection);
                database.execute("insert into orders (id) values (-1)");
                PlanRun.run(plan.expand(), connection, Dialects.of(connection));
                database.execute(MADE);
                drawn(database);
                PlanRun.abandon(plan, connection, Dialects.of(connection));
                PlanRun.abandon(plan, connection, Dialects.of(connection));
                long last = number(connection, "select max(id) from orders");
                if (identity) {
                    database.execute(MADE);
                } else {
                    drawn(database);
                }
                assertThat(number(connection, "select max(id) from orders")).isGreaterThan(last);
            }
        }
    }

    /** Where nobody writes meanwhile: a block that ends with the first number lies behind all keys. */
    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "MYSQL", mode = EnumSource.Mode.EXCLUDE)
    void atOnceTheSequenceBeginsBeyondTheKeysThatAreThere(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            PlanRun.run(dialect.plan(Scenario.record(orders(true)), () -> Schema.EMPTY), connection, dialect);
            database.execute(MADE, MADE, MADE);
            Schema before = Scenario.replay(Scenario.record(orders(true)), Schema.EMPTY);
            PlanRun.run(dialect.plan(Scenario.record(TO_SEQUENCE), () -> before), connection, dialect);
            String next = switch (kind) {
                case POSTGRESQL -> "select nextval('orders_seq')";
                case MARIADB -> "select nextval(orders_seq)";
                case H2, MYSQL -> "select next value for orders_seq";
            };
            assertThat(number(connection, next)).isEqualTo(3 + 50);
            assertThat(number(connection, next)).isEqualTo(3 + 100);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
