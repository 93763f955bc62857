package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that moves values stops at one event after another, and another run goes on, or takes it back. */
class MoveValuesInterruptedTest {

    private static final int EVERY = 4;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static boolean isStopped(TestDatabase database, int event, Consumer<Engine> work) {
        int[] left = {event};
        Engine stopping = Engine.of(
                Ledgers.of(MoveValuesTest.People.class, MoveValuesTest.Details.class),
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withListener(heard -> {
                    if (--left[0] == 0) {
                        throw new Crash();
                    }
                }));
        try {
            work.accept(stopping);
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
    @MethodSource("databases")
    void forwardAndBack(DatabaseKind kind) throws SQLException {
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = MoveValuesTest.filled(database, MoveValuesTest.Details.class);
                List<String> before = MoveValuesTest.people(database);
                stopped = isStopped(database, event, stopping -> stopping.migrate(Optional.empty()));
                engine.migrate(Optional.empty());
                assertThat(MoveValuesTest.details(database))
                        .as("%s, stopped at event %d", kind, event)
                        .hasSize(6);
                stopped |= isStopped(database, event, stopping -> stopping.rollback(RollbackTarget.steps(1)));
                engine.rollback(RollbackTarget.to(Ledgers.version(1).text()));
                assertThat(MoveValuesTest.people(database))
                        .as("%s, stopped at event %d", kind, event)
                        .isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void backFromTheMiddle(DatabaseKind kind) throws SQLException {
        boolean stopped = true;
        for (int event = first(); stopped; event += EVERY) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = MoveValuesTest.filled(database, MoveValuesTest.Details.class);
                List<String> before = MoveValuesTest.people(database);
                stopped = isStopped(database, event, stopping -> stopping.migrate(Optional.empty()));
                engine.rollback(RollbackTarget.to(Ledgers.version(1).text()));
                assertThat(MoveValuesTest.people(database))
                        .as("%s, stopped at event %d", kind, event)
                        .isEqualTo(before);
                engine.migrate(Optional.empty());
                assertThat(MoveValuesTest.details(database)).hasSize(6);
            }
        }
    }
}
