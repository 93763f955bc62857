package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that has lost its right to work changes nothing more, and its successor waits for what it still executes. */
class FencingTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRunThatWasTakenOverStopsBeforeItsNextGroup(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Options options = Quiet.OPTIONS.withListener(event -> {
                if (event instanceof Event.MigrationEnded) {
                    takeOver(database);
                }
            });

            assertThatThrownBy(() -> Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), options)
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3011")
                    .hasMessageContaining("somebody else has taken over");

            assertThat(Rows.tables(database)).contains("customers").doesNotContain("orders");
            assertThat(Quiet.engine(Shop.source(), database)
                            .migrate(Optional.empty())
                            .migrations())
                    .hasSize(2);
        }
    }

    private static void takeOver(TestDatabase database) {
        try {
            database.execute("update godwit_run set run_id = 'other', holder = 'somebody else'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement that takes a while, and the table that shows whether it was executed to its end. */
    public static final class Slow implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("create table marks (what varchar(20))").noSchemaEffect().idempotent();
            schema.sql("insert into marks select 'slow' from (select pg_sleep(3)) s")
                    .on(DatabaseKind.POSTGRESQL)
                    .noSchemaEffect()
                    .idempotent();
            schema.sql("insert into marks select 'slow' from (select sleep(3)) s")
                    .on(DatabaseKind.MARIADB, DatabaseKind.MYSQL)
                    .noSchemaEffect()
                    .idempotent();
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aSuccessorStartsNothingBeforeTheCutRunsStatementHasEnded(DatabaseKind kind) throws Exception {
        MigrationSource source = Ledgers.of(Shop.Customers.class, Slow.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            CountDownLatch inside = new CountDownLatch(1);
            Options options = Quiet.OPTIONS.withListener(event -> {
                if (event instanceof Event.StepStarted started
                        && started.step().description().contains("insert")) {
                    inside.countDown();
                }
            });
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<RunReport> first =
                    threads.submit(() -> Engine.of(source, ConnectionSource.of(database.dataSource()), options)
                            .migrate(Optional.empty()));
            inside.await();
            TimeUnit.MILLISECONDS.sleep(300);
            cutWorkingConnection(database);

            RunReport second = Quiet.engine(source, database).migrate(Optional.empty());

            assertThat(second.migrations()).hasSize(1);
            assertThatThrownBy(first::get).hasMessageContaining("GW3005");
            assertThat(Rows.of(database, "select count(*) from marks")).containsExactly("1");
            threads.shutdown();
        }
    }

    /** The connection that works and holds the lock is one: cutting it ends both. */
    private static void cutWorkingConnection(TestDatabase database) throws SQLException {
        String id = Rows.of(database, "select connection_id from godwit_run").get(0);
        database.execute(
                database.kind() == DatabaseKind.POSTGRESQL
                        ? "select pg_terminate_backend(" + id.split(" ")[0] + ")"
                        : "kill " + id);
    }
}
