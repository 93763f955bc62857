package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Retiring and bringing back go on where an interruption left them, and lose nothing on the way. */
class RetireInterruptedTest {

    /** One event in so many, from a random one on; all of them with {@code -Dgodwit.every=1}. */
    private static final int EVERY = Integer.getInteger("godwit.every", 60);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Class<? extends Migration> second = RetireTest.FewerColumns.class;

    static List<Arguments> cases() {
        return Databases.kinds().stream()
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, RetireTest.FewerColumns.class),
                        Arguments.of(kind, RetireTest.NoOrders.class)))
                .toList();
    }

    private Engine shop(TestDatabase database) {
        return Quiet.engine(Ledgers.of(RetireTest.Shop.class, second), database);
    }

    /** An engine that is stopped at an event, counted from 1. */
    private Engine stopping(TestDatabase database, int event) {
        int[] left = {event};
        return Engine.of(
                Ledgers.of(RetireTest.Shop.class, second),
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withListener(heard -> {
                    if (--left[0] == 0) {
                        throw new Crash();
                    }
                }));
    }

    /** Whether the work was stopped. */
    private static boolean isStopped(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    private static int first() {
        long seed = System.nanoTime();
        int first = 1 + new Random(seed).nextInt(EVERY);
        System.out.printf("stopped at event %d and every %d behind it (seed %d)%n", first, EVERY, seed);
        return first;
    }

    /** Fills the shop and gives its rows. */
    private List<String> filled(TestDatabase database) throws SQLException {
        shop(database).migrate(Optional.of(Ledgers.version(1).text()));
        RetireTest.fill(database);
        return RetireTest.orders(database);
    }

    private static void assertRestored(TestDatabase database, List<String> before, int event) throws SQLException {
        assertThat(RetireTest.orders(database))
                .as("%s, stopped at event %d", database.kind(), event)
                .isEqualTo(before);
    }

    private static void assertNothingKept(TestDatabase database) throws SQLException {
        assertThat(Rows.of(database, "select count(*) from godwit_retained")).containsExactly("0");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forward(DatabaseKind kind, Class<? extends Migration> dropping) throws SQLException {
        second = dropping;
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                List<String> before = filled(database);
                Engine stopping = stopping(database, event);
                stopped = isStopped(() -> stopping.migrate(Optional.empty()));

                shop(database).migrate(Optional.empty());
                shop(database).rollback(RollbackTarget.to(Ledgers.version(1).text()));
                assertRestored(database, before, event);
                assertNothingKept(database);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void back(DatabaseKind kind, Class<? extends Migration> dropping) throws SQLException {
        second = dropping;
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                List<String> before = filled(database);
                shop(database).migrate(Optional.empty());
                Engine stopping = stopping(database, event);
                RollbackTarget start = RollbackTarget.to(Ledgers.version(1).text());
                stopped = isStopped(() -> stopping.rollback(start));

                shop(database).rollback(start);
                assertRestored(database, before, event);
                assertNothingKept(database);
            }
        }
    }

    /** From the middle of a migration the way back is that of what took effect. */
    @ParameterizedTest
    @MethodSource("cases")
    void backFromTheMiddle(DatabaseKind kind, Class<? extends Migration> dropping) throws SQLException {
        second = dropping;
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                List<String> before = filled(database);
                Engine stopping = stopping(database, event);
                stopped = isStopped(() -> stopping.migrate(Optional.empty()));

                RollbackTarget start = RollbackTarget.to(Ledgers.version(1).text());
                if (isHalfRetired(() -> shop(database).rollback(start))) {
                    shop(database).migrate(Optional.empty());
                    shop(database).rollback(start);
                }
                assertRestored(database, before, event);
            }
        }
    }

    private static boolean isHalfRetired(Runnable rollback) {
        try {
            rollback.run();
            return false;
        } catch (EngineException e) {
            assertThat(e.code()).isEqualTo("GW3134");
            return true;
        }
    }
}
