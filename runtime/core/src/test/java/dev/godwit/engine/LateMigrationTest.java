package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that comes into the chain before others that a database has already. */
class LateMigrationTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Hotfix implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("vip", Types.bool());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("vip");
        }
    }

    public static final class Colliding implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("first_name", Types.varchar(5));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("first_name");
        }
    }

    public static final class Unknowable implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("delete from customers").idempotent();
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    /** Customers, then the late one, then another. */
    private static Ledger withLate(Class<? extends Migration> late) {
        return withLate(late, Shop.Address.class);
    }

    private static Ledger withLate(Class<? extends Migration> late, Class<? extends Migration> last) {
        Ledger first = Ledgers.ledger(List.of(Shop.Customers.class));
        LedgerEntry hotfix = entry("20260101000007", late, "20260101000001");
        LedgerEntry names = entry("20260101000002", last, "20260101000007");
        return new Ledger(List.of(first.entries().get(0), hotfix, names));
    }

    private static LedgerEntry entry(String version, Class<? extends Migration> type, String after) {
        Fingerprint fingerprint = Ledgers.fingerprint(type);
        return new LedgerEntry(new Version(version), type.getName(), Optional.of(new Version(after)), fingerprint);
    }

    private static void migrated(TestDatabase database) {
        Quiet.engine(Ledgers.of(Shop.Customers.class, Shop.Address.class), database)
                .migrate(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void runsWhenItCommutesWithWhatWasAppliedAfterIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            migrated(database);
            Engine engine = Quiet.engine(Ledgers.of(withLate(Hotfix.class)), database);

            assertThat(engine.migrate(Optional.empty()).migrations())
                    .extracting(Executed::version)
                    .containsExactly("20260101000007");

            assertThat(engine.status().isUpToDate()).isTrue();
            assertThat(engine.rollback(RollbackTarget.steps(2)).migrations())
                    .extracting(Executed::version)
                    .containsExactly("20260101000002", "20260101000007");
        }
    }

    /** What an interrupted run has begun will be there when the late one comes. */
    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedBeforeWhatItCollidesWithIsFinished(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Ledgers.of(Shop.Customers.class), database).migrate(Optional.empty());
            Options crashing = Quiet.OPTIONS.withListener(event -> {
                if (event instanceof Event.GroupEnded) {
                    throw new Crash();
                }
            });
            MigrationSource names = Ledgers.of(Shop.Customers.class, Indexed.class);
            assertThatThrownBy(() -> Engine.of(names, ConnectionSource.of(database.dataSource()), crashing)
                            .migrate(Optional.empty()))
                    .isInstanceOf(Crash.class);

            Engine engine = Quiet.engine(Ledgers.of(withLate(Colliding.class, Indexed.class)), database);
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3039: 20260101000007 comes before 20260101000002");
            assertThat(Rows.of(database, "select version from godwit_history")).containsExactly("20260101000001");
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Has more than one group wherever it runs. */
    public static final class Indexed implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("first_name", Types.varchar(5)).addIndex("ix_customers_name", "name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropIndex("ix_customers_name").dropColumn("first_name");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedWithTheChangesThatCollide(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            migrated(database);

            assertThatThrownBy(() -> Quiet.engine(Ledgers.of(withLate(Colliding.class)), database)
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3039: 20260101000007 comes before 20260101000002")
                    .hasMessageContaining(
                            "[AddColumn customers.first_name] and [AddColumn customers.first_name] touch the same");
            assertThatThrownBy(() -> Quiet.engine(Ledgers.of(withLate(Unknowable.class)), database)
                            .migrate(Optional.empty()))
                    .hasMessageContaining("RunSql, which declares nothing about itself");
        }
    }
}
