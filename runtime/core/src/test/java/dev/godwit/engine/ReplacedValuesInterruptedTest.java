package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.change.DatabaseKind;
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

/** A run that keeps replaced values, or puts them back, stops at one event after another, and another run goes on. */
class ReplacedValuesInterruptedTest {

    private static final int EVERY = 5;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static List<Arguments> cases() {
        return Databases.kinds().stream()
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, ReplacedValuesTest.Rounder.class),
                        Arguments.of(kind, ReplacedValuesTest.Narrower.class),
                        Arguments.of(kind, ReplacedValuesTest.Louder.class)))
                .toList();
    }

    /** What is altered in one statement. */
    static List<Arguments> simple() {
        return cases().stream()
                .filter(arguments -> arguments.get()[1] != ReplacedValuesTest.Narrower.class)
                .toList();
    }

    private static Engine stopping(TestDatabase database, Class<? extends Migration> second, int event) {
        int[] left = {event};
        return Engine.of(
                Ledgers.of(ReplacedValuesTest.Measures.class, second),
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withListener(heard -> {
                    if (--left[0] == 0) {
                        throw new Crash();
                    }
                }));
    }

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

    @ParameterizedTest
    @MethodSource("cases")
    void forwardAndBack(DatabaseKind kind, Class<? extends Migration> second) throws SQLException {
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = ReplacedValuesTest.filled(database, List.of(ReplacedValuesTest.Measures.class, second));
                List<String> before = ReplacedValuesTest.measures(database);
                Engine forward = stopping(database, second, event);
                stopped = isStopped(() -> forward.migrate(Optional.empty()));
                engine.migrate(Optional.empty());
                Engine back = stopping(database, second, event);
                stopped |= isStopped(() -> back.rollback(RollbackTarget.steps(1)));
                engine.rollback(RollbackTarget.to(Ledgers.version(1).text()));
                assertThat(ReplacedValuesTest.measures(database))
                        .as("%s, stopped at event %d", kind, event)
                        .isEqualTo(before);
            }
        }
    }

    /** From the middle of a migration the way back is that of what took effect. */
    @ParameterizedTest
    @MethodSource("simple")
    void backFromTheMiddle(DatabaseKind kind, Class<? extends Migration> second) throws SQLException {
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = ReplacedValuesTest.filled(database, List.of(ReplacedValuesTest.Measures.class, second));
                List<String> before = ReplacedValuesTest.measures(database);
                Engine stopping = stopping(database, second, event);
                stopped = isStopped(() -> stopping.migrate(Optional.empty()));
                engine.rollback(RollbackTarget.to(Ledgers.version(1).text()));
                assertThat(ReplacedValuesTest.measures(database))
                        .as("%s, stopped at event %d", kind, event)
                        .isEqualTo(before);
                engine.migrate(Optional.empty());
                engine.rollback(RollbackTarget.to(Ledgers.version(1).text()));
                assertThat(ReplacedValuesTest.measures(database)).isEqualTo(before);
            }
        }
    }
}
