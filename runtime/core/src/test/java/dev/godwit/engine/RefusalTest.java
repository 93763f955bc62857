package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is said with a code, and leaves the database as it was. */
class RefusalTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Payments implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "payments", t -> t.column("id", Types.bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("payments");
        }
    }

    public static final class Broken implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            throw new IllegalStateException("no idea");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    private static final class Hidden implements Migration {
        @Override
        public void up(SchemaChanges schema) {}

        @Override
        public void down(SchemaChanges schema) {}
    }

    private static void refused(Engine engine, String message) {
        assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aHistoryThatDoesNotFitTheLedger(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Shop.source(), database).migrate(Optional.empty());

            Ledger elsewhere = Ledgers.ledger(List.of(Shop.Customers.class, Shop.Orders.class))
                    .plus(Ledgers.version(4), Payments.class.getName(), Ledgers.fingerprint(Payments.class));
            refused(
                    Quiet.engine(Ledgers.of(elsewhere), database),
                    "GW3037: This database has migrations that the ledger does not know: 20260101000003");
            refused(
                    Quiet.engine(Ledgers.of(Shop.Customers.class, Payments.class, Shop.Address.class), database),
                    "GW3036: This database has applied 20260101000002");
            Ledger other = new Ledger(List.of())
                    .plus(Ledgers.version(9), Payments.class.getName(), Ledgers.fingerprint(Payments.class));
            refused(Quiet.engine(Ledgers.of(other), database), "GW3038");
            assertThat(Rows.tables(database)).doesNotContain("payments");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aMigrationThatCannotBeUsed(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Ledger missing =
                    Ledger.EMPTY.plus(Ledgers.version(1), "shop.V1__Gone", Ledgers.fingerprint(Payments.class));
            refused(Quiet.engine(Ledgers.of(missing), database), "GW3033: The class shop.V1__Gone");
            Ledger noMigration =
                    Ledger.EMPTY.plus(Ledgers.version(1), String.class.getName(), Ledgers.fingerprint(Payments.class));
            refused(Quiet.engine(Ledgers.of(noMigration), database), "GW3034: java.lang.String");
            Ledger hidden =
                    Ledger.EMPTY.plus(Ledgers.version(1), Hidden.class.getName(), Ledgers.fingerprint(Payments.class));
            refused(Quiet.engine(Ledgers.of(hidden), database), "GW3034");
            Ledger broken =
                    Ledger.EMPTY.plus(Ledgers.version(1), Broken.class.getName(), Ledgers.fingerprint(Payments.class));
            refused(Quiet.engine(Ledgers.of(broken), database), "GW2102: Broken.up cannot be recorded");
            Ledger edited = Ledger.EMPTY.plus(
                    Ledgers.version(1), Payments.class.getName(), Ledgers.fingerprint(Shop.Customers.class));
            refused(Quiet.engine(Ledgers.of(edited), database), "GW3035");
            assertThat(Rows.tables(database)).allMatch(table -> table.startsWith("godwit_"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void ownTablesThatSomebodyElseWrote(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            MigrationSource more =
                    Ledgers.of(Shop.Customers.class, Shop.Orders.class, Shop.Address.class, Payments.class);
            Quiet.engine(Shop.source(), database).migrate(Optional.empty());

            database.execute("update godwit_history set state = 'nearly' where version = '20260101000001'");
            refused(Quiet.engine(Shop.source(), database), "GW3021");
            database.execute("update godwit_history set state = 'applied', format = 99");
            refused(Quiet.engine(Shop.source(), database), "GW3020");
            database.execute("update godwit_history set format = 1", "update godwit_run set format = 99");
            refused(Quiet.engine(more, database), "GW3020");
            database.execute(
                    "update godwit_run set format = 1", "delete from godwit_history where version = '20260101000003'");
            refused(Quiet.engine(more, database), "GW3022: The journal says that 20260101000003 was applied in full");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTargetThatIsNotThere(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Shop.source(), database);

            assertThatThrownBy(() -> engine.migrate(Optional.of("20990101000000")))
                    .hasMessageStartingWith("GW3040");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1))).hasMessageStartingWith("GW3042");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.to("20260101000001")))
                    .hasMessageStartingWith("GW3041");
            assertThatThrownBy(() -> RollbackTarget.steps(0)).hasMessageStartingWith("GW3042");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void noWayIn(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            database.execute("select 1");
            if (kind != DatabaseKind.H2) {
                refused(on(database.url().replaceFirst(":\\d+/", ":1/"), database.user(), ""), "GW3001");
                refused(on(database.url() + "_not_there", database.user(), ""), "GW3003");
            } else {
                refused(on(database.url() + ";IFEXISTS=TRUE;X", database.user(), ""), "GW3001");
                refused(on("jdbc:h2:mem:not_there;IFEXISTS=TRUE", database.user(), ""), "GW3003");
            }
            refused(on("jdbc:nonsense:", "x", "y"), "GW3001");
            if (kind != DatabaseKind.POSTGRESQL) {
                refused(on(database.url(), database.user(), "wrong"), "GW3002");
            }
        }
    }

    private static Engine on(String url, String user, String password) {
        return Engine.of(Shop.source(), () -> DriverManager.getConnection(url, user, password), Quiet.OPTIONS);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aUserWhoMayOnlyRead(DatabaseKind kind) throws SQLException {
        String reader = "reader_" + System.nanoTime();
        try (TestDatabase database = Databases.fresh(kind)) {
            database.execute(
                    switch (kind) {
                        case POSTGRESQL -> new String[] {"create role " + reader + " login"};
                        case MARIADB, MYSQL ->
                            new String[] {
                                "create user " + reader + "@localhost",
                                "grant select on *.* to " + reader + "@localhost"
                            };
                        case H2 -> new String[] {"create user " + reader + " password ''"};
                    });

            String url = database.url().replace(";DB_CLOSE_DELAY=-1", "");
            refused(on(url, reader, ""), "GW3006");

            assertThat(Rows.tables(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSchemaThatIsNotThere(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Engine.of(
                    Shop.source(),
                    ConnectionSource.of(database.dataSource()),
                    Quiet.OPTIONS.withSchema("not_there_" + System.nanoTime()));

            refused(engine, "GW3003");
        }
    }
}
