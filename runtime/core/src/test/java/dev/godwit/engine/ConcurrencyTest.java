package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Several runs at once: each migration runs once, and every run ends well. */
class ConcurrencyTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    static Stream<Arguments> crowds() {
        return Databases.kinds().stream().flatMap(kind -> Stream.of(Arguments.of(kind, 2), Arguments.of(kind, 8)));
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void eachMigrationRunsOnce(DatabaseKind kind, int runs) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            ExecutorService threads = Executors.newFixedThreadPool(runs);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<RunReport>> reports = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                reports.add(threads.submit(() -> {
                    start.await();
                    return Quiet.engine(Shop.source(), database).migrate(Optional.empty());
                }));
            }
            start.countDown();

            int executed = 0;
            for (Future<RunReport> report : reports) {
                executed += report.get().migrations().size();
            }
            threads.shutdown();
            assertThat(executed).isEqualTo(3);
            assertThat(Rows.of(database, "select count(*) from godwit_history")).containsExactly("3");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoWaitsInVainHearsWhoHoldsTheLock(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            CountDownLatch holding = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            Options slow = Quiet.OPTIONS.withListener(event -> {
                if (event instanceof Event.MigrationStarted) {
                    holding.countDown();
                    await(letGo);
                }
            });
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<RunReport> holder =
                    thread.submit(() -> Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), slow)
                            .migrate(Optional.empty()));
            holding.await();
            List<Event> events = new ArrayList<>();
            Options hasty = Quiet.OPTIONS.withLockWait(Duration.ofMillis(300)).withListener(events::add);

            assertThatThrownBy(() -> Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), hasty)
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3010")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());

            assertThat(events)
                    .filteredOn(Event.WaitingForLock.class::isInstance)
                    .hasSize(1);
            letGo.countDown();
            assertThat(holder.get().migrations()).hasSize(3);
            thread.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theLockIsGivenBackWhenARunFails(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Options failing = Quiet.OPTIONS.withBefore(connection -> {
                throw new IllegalStateException("no backup");
            });
            assertThatThrownBy(() -> Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), failing)
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3071: The hook before the run failed: no backup");

            assertThat(Quiet.engine(Shop.source(), database)
                            .migrate(Optional.empty())
                            .migrations())
                    .hasSize(3);
        }
    }
}
