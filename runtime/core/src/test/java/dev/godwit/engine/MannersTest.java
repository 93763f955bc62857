package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Limits;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.rows.Pace;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs beside transactions of an application. */
class MannersTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static MigrationSource source() {
        return Ledgers.of(Shop.Customers.class, AddsNote.class);
    }

    public static final class AddsNote implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("note", Types.varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("note");
        }
    }

    /** A transaction that has read and written customers and does not end. */
    private static Connection openTransaction(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into customers (id, name) values (100, 'x')");
        }
        return connection;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void givesWayAndFinishesOnceTheApplicationIsDone(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source(), database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            List<Event> events = new CopyOnWriteArrayList<>();
            Options options = Quiet.OPTIONS.withListener(events::add);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<RunReport> run;
            try (Connection application = openTransaction(database)) {
                run = thread.submit(() -> Engine.of(source(), ConnectionSource.of(database.dataSource()), options)
                        .migrate(Optional.empty()));
                while (events.stream().filter(Event.Retry.class::isInstance).count() < 2) {
                    assertThat(run.isDone()).isFalse();
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                application.commit();
            }
            assertThat(run.get().migrations()).hasSize(1);
            thread.shutdown();
        }
    }

    /** The application's other queries queue behind a statement that waits, and so for its lock timeout at most. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void otherQueriesWaitNoLongerThanTheLockTimeout(DatabaseKind kind) throws Exception {
        Duration transaction = Duration.ofSeconds(Boolean.getBoolean("godwit.kill.full") ? 30 : 6);
        Options options = Quiet.OPTIONS.withManners(new Manners(
                Duration.ofSeconds(1),
                100,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Pace.DEFAULT,
                Limits.DEFAULT));
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source(), database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<RunReport> run;
            Future<Duration> worst;
            try (Connection application = openTransaction(database)) {
                run = threads.submit(() -> Engine.of(source(), ConnectionSource.of(database.dataSource()), options)
                        .migrate(Optional.empty()));
                worst = threads.submit(() -> worstWait(database, run));
                TimeUnit.MILLISECONDS.sleep(transaction.toMillis());
                assertThat(run.isDone()).isFalse();
                application.commit();
            }
            assertThat(run.get().migrations()).hasSize(1);
            // Statements here take milliseconds; the rest is room for a machine that has other things to do.
            assertThat(worst.get()).isLessThan(transaction.dividedBy(2));
            System.out.printf(
                    "%s: a transaction of %d s held the table, others waited %d ms at most%n",
                    kind, transaction.toSeconds(), worst.get().toMillis());
            threads.shutdown();
        }
    }

    private static Duration worstWait(TestDatabase database, Future<RunReport> until) throws Exception {
        Duration worst = Duration.ZERO;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!until.isDone()) {
                long start = System.nanoTime();
                statement.execute("select max(id) from customers");
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                worst = took.compareTo(worst) > 0 ? took : worst;
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void givesUpAfterSomeTimesAndSaysWhere(DatabaseKind kind) throws SQLException {
        Manners hasty = new Manners(
                Duration.ofMillis(100), 2, Duration.ofMillis(10), Duration.ofMillis(10), Pace.DEFAULT, Limits.DEFAULT);
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source(), database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            Engine engine =
                    Engine.of(source(), ConnectionSource.of(database.dataSource()), Quiet.OPTIONS.withManners(hasty));
            try (Connection application = openTransaction(database)) {
                assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                        .hasMessageStartingWith("GW3053: 20260101000002 gave way 2 times")
                        .hasMessageContaining("customers.note");
                application.rollback();
            }
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void aConcurrentIndexOutlastsATransactionOnAnotherTable(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Ledgers.of(Shop.Customers.class, Shop.Orders.class), database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("create table elsewhere (id int)");
            ExecutorService thread = Executors.newFixedThreadPool(2);
            Future<RunReport> first;
            Future<RunReport> second;
            try (Connection application = database.connect()) {
                application.setAutoCommit(false);
                application.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try (Statement statement = application.createStatement()) {
                    statement.execute("insert into elsewhere values (1)");
                }
                Engine engine = Quiet.engine(Ledgers.of(Shop.Customers.class, Shop.Orders.class), database);
                first = thread.submit(() -> engine.migrate(Optional.empty()));
                second = thread.submit(() -> engine.migrate(Optional.empty()));
                TimeUnit.SECONDS.sleep(Boolean.getBoolean("godwit.kill.full") ? 30 : 2);
                assertThat(first.isDone()).isFalse();
                application.commit();
            }
            assertThat(first.get().migrations().size()
                            + second.get().migrations().size())
                    .isEqualTo(1);
            assertThat(Rows.of(database, "select count(*) from pg_index where not indisvalid"))
                    .containsExactly("0");
            thread.shutdown();
        }
    }

    @Test
    void aBadNumberOfAttemptsIsRefused() {
        assertThatThrownBy(
                        () -> new Manners(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, Pace.DEFAULT, Limits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
