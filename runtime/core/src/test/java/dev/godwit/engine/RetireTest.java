package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.date;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.CheckSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.KeySpec;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a migration drops is kept, and comes back with its rows. */
class RetireTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /** Customers and what they ordered. */
    public static final class Shop implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable(
                    "orders",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("customer_id", bigint().notNull())
                            .column("number", varchar(20).notNull())
                            .column("tier", enumOf("SILVER", "GOLD").notNull())
                            .column("quantity", integer().notNull().check("quantity > 0"))
                            .column("note", varchar(40))
                            .column("currency", varchar(3).notNull().defaultValue("EUR"))
                            .column("placed", date().notNull())
                            .column("seen", timestamp(6).notNull())
                            .column("total", numeric(12, 2).notNull())
                            .column("paid", bool().notNull())
                            .column("token", uuid().notNull())
                            .primaryKey("id")
                            .unique(KeySpec.key("number").named("uk_orders_number"))
                            .index("ix_orders_placed", "placed")
                            .check(CheckSpec.check("number <> ''").named("ck_orders_number")));
            schema.table("orders")
                    .addForeignKey(
                            "fk_orders_customer",
                            ForeignKeySpec.foreignKey("customer_id").references("customers", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("orders");
            schema.dropTable("customers");
        }
    }

    /** Drops every column that can be, of every type. */
    public static final class FewerColumns implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("orders")
                    .dropColumn("tier")
                    .dropColumn("quantity")
                    .dropColumn("note")
                    .dropColumn("currency")
                    .dropColumn("seen")
                    .dropColumn("total")
                    .dropColumn("paid")
                    .dropColumn("token");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders")
                    .addColumn("token", uuid().notNull(), "'00000000-0000-0000-0000-00000000000a'")
                    .addColumn("paid", bool().notNull(), "false")
                    .addColumn("total", numeric(12, 2).notNull(), "0.05")
                    .addColumn("seen", timestamp(6).notNull(), "timestamp '2020-02-02 20:20:20'")
                    .addColumn("currency", varchar(3).notNull().defaultValue("EUR"))
                    .addColumn("note", varchar(40))
                    .addColumn("quantity", integer().notNull().check("quantity > 0"), "7")
                    .addColumn("tier", enumOf("SILVER", "GOLD").notNull(), "'GOLD'");
        }
    }

    /** Drops a table with all that stands on it. */
    public static final class NoOrders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("orders");
        }

        @Override
        public void down(SchemaChanges schema) {
            new Shop().up(new OnlyOrders(schema).changes());
        }
    }

    /** Leaves everything of the shop out but its orders. */
    private record OnlyOrders(SchemaChanges schema) {
        SchemaChanges changes() {
            return (SchemaChanges) java.lang.reflect.Proxy.newProxyInstance(
                    SchemaChanges.class.getClassLoader(),
                    new Class<?>[] {SchemaChanges.class},
                    (proxy, method, args) -> method.getName().equals("createTable") && args[0].equals("customers")
                            ? null
                            : method.invoke(schema, args));
        }
    }

    private static final List<String> ALL_OF_ORDERS =
            List.of("id", "number", "tier", "quantity", "note", "currency", "placed", "seen", "total", "paid", "token");

    static List<String> orders(TestDatabase database) throws SQLException {
        return Rows.of(database, "select %s from orders order by id".formatted(String.join(", ", ALL_OF_ORDERS)));
    }

    static void fill(TestDatabase database) throws SQLException {
        database.execute("insert into customers (id) values (1), (2)");
        for (int i = 1; i <= 3; i++) {
            database.execute(
                    "insert into orders (customer_id, number, tier, quantity, note, placed, seen, total, paid, token)"
                            + " values (1, 'n%1$d', 'SILVER', %1$d, %2$s, date '2026-01-0%1$d', timestamp '2026-01-01 10:00:0%1$d', %1$d.10, true, '00000000-0000-0000-0000-00000000000%1$d')"
                                    .formatted(i, i == 2 ? "null" : "'note'"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void columnsComeBackWithTheirValues(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine shop = Quiet.engine(Ledgers.of(Shop.class, FewerColumns.class), database);
            shop.migrate(Optional.of(Ledgers.version(1).text()));
            fill(database);
            List<String> before = orders(database);

            shop.migrate(Optional.empty());
            database.execute("insert into orders (customer_id, number, placed) values (2, 'new', date '2026-05-05')");
            database.execute("update orders set number = 'updated' where number = 'n3'");
            database.execute("delete from orders where number = 'n1'");

            shop.rollback(RollbackTarget.steps(1));
            assertThat(orders(database))
                    .hasSize(3)
                    .contains(before.get(1))
                    .contains(before.get(2).replace("n3", "updated"))
                    .anySatisfy(row -> assertThat(row).contains("|new|GOLD|7|null|EUR|2026-05-05|2020-02-02 20:20:20"));
            assertThat(Rows.of(database, "select count(*) from godwit_retained"))
                    .containsExactly("0");

            List<String> again = orders(database);
            shop.migrate(Optional.empty());
            shop.rollback(RollbackTarget.steps(1));
            assertThat(orders(database)).isEqualTo(again);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableComesBackWithItsRowsAndAllThatStoodOnIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine shop = Quiet.engine(Ledgers.of(Shop.class, NoOrders.class), database);
            shop.migrate(Optional.of(Ledgers.version(1).text()));
            fill(database);
            List<String> before = orders(database);

            shop.migrate(Optional.empty());
            assertThat(Rows.tables(database)).doesNotContain("orders");
            database.execute("delete from customers where id = 2");

            shop.rollback(RollbackTarget.steps(1));
            assertThat(orders(database)).isEqualTo(before);
            assertThatThrownBy(
                            () -> database.execute(
                                    "insert into orders (customer_id, number, tier, quantity, placed, seen, total, paid, token) select customer_id, number, tier, quantity, placed, seen, total, paid, token from orders"))
                    .as("the unique key")
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> database.execute("delete from customers"))
                    .as("the foreign key")
                    .isInstanceOf(SQLException.class);

            shop.migrate(Optional.empty());
            shop.rollback(RollbackTarget.steps(2));
            assertThat(Rows.tables(database)).doesNotContain("orders", "customers");
            shop.migrate(Optional.of(Ledgers.version(1).text()));
            assertThat(orders(database)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void withoutRowsNothingIsKept(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine shop = Quiet.engine(Ledgers.of(Shop.class, FewerColumns.class, NoOrders.class), database);
            shop.migrate(Optional.of(Ledgers.version(2).text()));
            assertThat(Rows.of(database, "select * from orders")).isEmpty();
            assertThat(Rows.of(database, "select count(*) from godwit_retained"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void whatAViewReadsIsNotTakenAwayUnderIt(DatabaseKind kind) throws SQLException {
        for (Class<? extends Migration> second : List.of(FewerColumns.class, NoOrders.class)) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine shop = Quiet.engine(Ledgers.of(Shop.class, second), database);
                shop.migrate(Optional.of(Ledgers.version(1).text()));
                fill(database);
                database.execute("create view tiers as select tier from orders");
                assertThatThrownBy(() -> shop.migrate(Optional.empty()))
                        .hasMessageStartingWith("GW3115: orders")
                        .hasMessageEndingWith("view = tiers");
                database.execute("drop view tiers");
                assertThat(shop.migrate(Optional.empty()).migrations()).hasSize(1);
            }
        }
    }
}
