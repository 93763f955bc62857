package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ForeignKeySpec;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Limits;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run does not do unasked, and not for ever. */
class LimitsTest {

    private static Engine engine(MigrationSource source, TestDatabase database, Limits limits, List<Event> events) {
        Options options =
                Quiet.OPTIONS.withManners(Quiet.MANNERS.withLimits(limits)).withListener(events::add);
        return Engine.of(source, ConnectionSource.of(database.dataSource()), options);
    }

    private static Engine engine(MigrationSource source, TestDatabase database, Limits limits) {
        return engine(source, database, limits, new CopyOnWriteArrayList<>());
    }

    public static final class Widens implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("orders").alterColumn("customer_id", Types.bigint(), Types.numeric(20, 0));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders").alterColumn("customer_id", Types.numeric(20, 0), Types.bigint());
        }
    }

    public static final class Orders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "orders",
                    t -> t.column("id", Types.bigint().notNull())
                            .column("customer_id", Types.bigint())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("orders");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void copiesABigTableOnlyWhenAsked(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Orders.class, Widens.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(source, database, Limits.DEFAULT)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(
                    "insert into orders (id, customer_id) values (1, 1), (2, 2), (3, 3)",
                    "analyze " + (kind == DatabaseKind.MARIADB ? "table orders" : "orders"));

            PlannedMigration planned = Quiet.engine(source, database)
                    .plan(Optional.empty())
                    .migrations()
                    .get(0);
            assertThat(planned.steps().get(0).size().orElseThrow().rows()).hasValue(3);
            assertThat(planned.steps().get(0).size().orElseThrow().bytes().orElseThrow())
                    .isPositive();

            Limits few = Limits.DEFAULT.withCopiedRows(OptionalLong.of(2));
            assertThatThrownBy(() -> engine(source, database, few).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3072: 20260101000002 stops before [")
                    .hasMessageContaining("about 3 rows")
                    .hasMessageContaining("-Dgodwit.allowCopy=true");
            assertThat(Rows.of(database, "select count(*) from godwit_history")).containsExactly("1");

            Limits any = Limits.DEFAULT.withCopiedRows(OptionalLong.empty());
            assertThat(engine(source, database, any).migrate(Optional.empty()).migrations())
                    .hasSize(1);
        }
    }

    @Test
    void countsATableThatTheServerHasNotCounted() throws SQLException {
        MigrationSource source = Ledgers.of(Orders.class, Widens.class);
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            engine(source, database, Limits.DEFAULT)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into orders (id, customer_id) values (1, 1), (2, 2), (3, 3)");
            assertThatThrownBy(() -> engine(source, database, Limits.DEFAULT.withCopiedRows(OptionalLong.of(2)))
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3072")
                    .hasMessageContaining("rows not counted");
            assertThat(engine(source, database, Limits.DEFAULT.withCopiedRows(OptionalLong.of(3)))
                            .migrate(Optional.empty())
                            .migrations())
                    .hasSize(1);
        }
    }

    public static final class AddsForeignKey implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("orders")
                    .addForeignKey(
                            "fk_orders_orders",
                            ForeignKeySpec.foreignKey("customer_id").references("orders", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders").dropForeignKey("fk_orders_orders");
        }
    }

    @Test
    void aForeignKeyIsACopyOnMariadb() throws SQLException {
        MigrationSource source = Ledgers.of(Orders.class, AddsForeignKey.class);
        try (TestDatabase database = Databases.fresh(DatabaseKind.MARIADB)) {
            engine(source, database, Limits.DEFAULT)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into orders (id, customer_id) values (1, 1), (2, 2), (3, 3)");
            assertThatThrownBy(() -> engine(source, database, Limits.DEFAULT.withCopiedRows(OptionalLong.of(0)))
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3072");
        }
    }

    public static final class Labours implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("select pg_sleep(60)").on(DatabaseKind.POSTGRESQL).noSchemaEffect();
            schema.sql("create table counted as select count(*) c from information_schema.columns a, "
                            + "information_schema.columns b, information_schema.columns c")
                    .on(DatabaseKind.MARIADB)
                    .noSchemaEffect();
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aStatementThatNeverEndsIsEnded(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Labours.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            Limits limits = Limits.DEFAULT.withStatement(Duration.ofMillis(500));
            assertThatThrownBy(() -> engine(source, database, limits).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3073: 20260101000001 was ended at [");
        }
    }

    public static final class Indexes implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("orders").addIndex("ix_orders_customer", "customer_id");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders").dropIndex("ix_orders_customer");
        }
    }

    @Test
    void aConcurrentBuildNamesWhomItWaitsForAndEndsAfterItsBound() throws SQLException {
        MigrationSource source = Ledgers.of(Orders.class, Indexes.class);
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            engine(source, database, Limits.DEFAULT)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("create table other (id int)");
            List<Event> events = new CopyOnWriteArrayList<>();
            try (Connection application = database.connect();
                    Statement statement = application.createStatement()) {
                application.setClientInfo("ApplicationName", "shop");
                application.setAutoCommit(false);
                application.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                statement.execute("select * from other");
                Limits limits = Limits.DEFAULT.withIndexWait(Duration.ofSeconds(2));
                assertThatThrownBy(
                                () -> engine(source, database, limits, events).migrate(Optional.empty()))
                        .hasMessageStartingWith("GW3074: 20260101000002 was ended at [")
                        .hasMessageContaining("(shop) of postgres");
                application.rollback();
            }
            assertThat(events).filteredOn(Event.Waiting.class::isInstance).hasSize(1);

            assertThat(engine(source, database, Limits.DEFAULT)
                            .migrate(Optional.empty())
                            .migrations())
                    .as("what the ended build left behind is removed")
                    .hasSize(1);
            assertThat(Rows.of(database, "select count(*) from pg_index where not indisvalid"))
                    .containsExactly("0");
        }
    }
}
