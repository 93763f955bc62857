package dev.godwit.rehearsal;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.introspect.Introspector;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RehearsalTest {

    static List<DatabaseKind> kinds() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChainIsTriedWithRowsAndLeavesNothingBehind(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            database.execute("create table customers (theirs int)");

            RehearsalReport report = rehearse(database, Customers.class, Orders.class, Tier.class);

            assertThat(report.migrations())
                    .allSatisfy(each -> assertThat(each.problems()).isEmpty());
            assertThat(report.migrations()).extracting(Rehearsed::rows).containsExactly(0, 3, 6);
            assertThat(report.kind()).isEqualTo(kind);
            try (Connection connection = database.connect()) {
                assertThat(Introspector.read(connection).facts())
                        .extracting(fact -> fact.subject().toLowerCase(Locale.ROOT))
                        .containsOnly("customers");
            }
        }
    }

    @Test
    void aDownThatLosesRowsIsFound() throws SQLException {
        assertThat(problems(Customers.class, ForgetsNames.class))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("GW3182: After down of 20260101000002 the rows are not what they were: customers"));
    }

    @Test
    void rawSqlThatDoesSomethingElseThanItSaysIsFound() throws SQLException {
        assertThat(problems(Customers.class, SaysOtherwise.class).get(0))
                .startsWith("GW3181: After up of 20260101000002 the schema is not what its changes say: ")
                .containsIgnoringCase("nickname");
    }

    @Test
    void aMigrationThatRowsKeepFromRunningEndsIt() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2)) {
            RehearsalReport report = rehearse(database, Customers.class, NeedsNoRows.class, Orders.class);
            assertThat(report.migrations()).hasSize(2);
            assertThat(report.migrations().get(1).problems())
                    .singleElement()
                    .asString()
                    .startsWith("GW");

            assertThat(Rehearsal.of(source(Customers.class, NeedsNoRows.class), connections(database))
                            .withRows(0)
                            .run()
                            .ok())
                    .isTrue();
        }
    }

    @Test
    void aUserWhoMayNotCreateSchemasIsTold() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2)) {
            database.execute("create user guest password 'guest'");
            String url = database.url().replace(";DB_CLOSE_DELAY=-1", "");
            ConnectionSource guest = () -> DriverManager.getConnection(url, "guest", "guest");
            assertThatThrownBy(
                            () -> Rehearsal.of(source(Customers.class), guest).run())
                    .hasMessageStartingWith("GW3180: ");
        }
    }

    private static List<String> problems(Class<? extends Migration> one, Class<? extends Migration> other)
            throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2)) {
            return rehearse(database, one, other).migrations().get(1).problems();
        }
    }

    @SafeVarargs
    private static RehearsalReport rehearse(TestDatabase database, Class<? extends Migration>... migrations) {
        return Rehearsal.of(source(migrations), connections(database)).run();
    }

    private static ConnectionSource connections(TestDatabase database) {
        return ConnectionSource.of(database.dataSource());
    }

    @SafeVarargs
    private static MigrationSource source(Class<? extends Migration>... migrations) {
        return new MigrationSource(Ledgers.of(List.of(migrations)), RehearsalTest.class.getClassLoader());
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .column("since", timestamp(6))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    public static final class Orders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "orders",
                    t -> t.column("id", bigint().notNull())
                            .column("customer_id", bigint().notNull())
                            .column("total", numeric(12, 2).notNull())
                            .primaryKey("id"));
            schema.table("orders")
                    .addForeignKey(
                            "fk_orders_customer", foreignKey("customer_id").references("customers", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("orders");
        }
    }

    public static final class Tier implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("tier", enumOf(20, "BRONZE", "GOLD").notNull().defaultValue("BRONZE"));
            schema.table("customers").dropColumn("since");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("since", timestamp(6));
            schema.table("customers").dropColumn("tier");
        }
    }

    public static final class ForgetsNames implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("update customers set name = 'nobody'").noSchemaEffect();
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    public static final class SaysOtherwise implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("alter table customers add column nickname varchar(10)").noSchemaEffect();
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.sql("alter table customers drop column nickname").noSchemaEffect();
        }
    }

    public static final class NeedsNoRows implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("vat", varchar(20).notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("vat");
        }
    }
}
