package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.rows.Pace;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run whose Java code keeps two sides in step is stopped at any event, as a crash would: whatever comes next finishes it. */
class RowCodeInterruptedTest {

    /** One event in so many, from a random one on; all of them with {@code -Dgodwit.every=1}. */
    private static final int EVERY = Integer.getInteger("godwit.every", 20);

    private static final MigrationSource RELEASE = InPhases.then(RowCodeInPhasesTest.Split.class);

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Engine engine(TestDatabase database, Phase phase, Listener listener) {
        Options options = InPhases.options(phase).withListener(listener);
        return Engine.of(
                RELEASE,
                ConnectionSource.of(database.dataSource()),
                options.withManners(options.manners().withPace(Pace.DEFAULT.withMostRows(2))));
    }

    /** What somebody does with the database. */
    private enum Doing {
        EXPAND(Phase.AUTO, false),
        CONTRACT(Phase.CONTRACT, false),
        ALL(Phase.ALL, false),
        ROLLBACK(Phase.AUTO, true),
        ROLLBACK_EXPAND(Phase.EXPAND, true),
        ROLLBACK_CONTRACT(Phase.CONTRACT, true);

        private final Phase phase;
        private final boolean back;

        Doing(Phase phase, boolean back) {
            this.phase = phase;
            this.back = back;
        }

        void on(TestDatabase database, Listener listener) {
            Engine engine = engine(database, phase, listener);
            if (back) {
                engine.rollback(RollbackTarget.steps(1));
            } else {
                engine.migrate(Optional.empty());
            }
        }

        /** Whether it was stopped at the event of this number, from 1. */
        boolean stopsOn(TestDatabase database, int event) {
            int[] left = {event};
            try {
                on(database, heard -> {
                    left[0]--;
                    if (left[0] == 0) {
                        throw new Crash();
                    }
                });
                return false;
            } catch (Crash e) {
                return true;
            }
        }

        /** A rollback has nothing to take back where the stopped run had not begun, or had ended. */
        void finish(TestDatabase database) {
            MigrationState state = engine(database, Phase.AUTO, event -> {})
                    .status()
                    .migrations()
                    .get(1)
                    .state();
            if (!back || state != MigrationState.UNAPPLIED && state != MigrationState.FAILED) {
                on(database, event -> {});
            }
        }
    }

    private enum End {
        BEFORE("id, name", List.of("applied")),
        BETWEEN("id, name, first_name, last_name", List.of("applied", "expanded")),
        RECEDED("id, name, first_name, last_name", List.of("applied", "receded")),
        AFTER("id, first_name, last_name", List.of("applied", "applied"));

        private final String columns;
        private final List<String> history;

        End(String columns, List<String> history) {
            this.columns = columns;
            this.history = history;
        }

        void check(TestDatabase database, int event, boolean written) throws SQLException {
            String rows = "select %s from customers order by id".formatted(columns);
            assertThat(InPhases.history(database))
                    .as("stopped at event %d", event)
                    .isEqualTo(history);
            assertThat(Rows.of(database, rows)).as("stopped at event %d", event).isEqualTo(rows(written));
            assertThat(engine(database, Phase.AUTO, heard -> {}).drift().drift().differences())
                    .as("stopped at event %d", event)
                    .isEmpty();
            if (this == BEFORE || this == AFTER) {
                assertThat(InPhases.triggers(database))
                        .as("stopped at event %d", event)
                        .isEmpty();
                assertThat(Rows.columns(database, "customers"))
                        .as("stopped at event %d", event)
                        .noneMatch(column -> column.startsWith("godwit_phase"));
            }
        }

        private List<String> rows(boolean written) {
            return written
                    ? List.of(
                            row("1", "Ada", "Lovelace"),
                            row("2", "Cher", "Sarkisian"),
                            row("3", "Grace", "Hopper"),
                            row("4", "Edsger", "Dijkstra"),
                            row("5", "Alan", "Turing"))
                    : List.of(row("1", "Ada", "-"), row("2", "Cher", "-"), row("5", "Alan", "Turing"));
        }

        private String row(String id, String first, String last) {
            String name = last.equals("-") ? first : first + " " + last;
            return switch (this) {
                case BEFORE -> id + "|" + name;
                case BETWEEN, RECEDED -> "%s|%s|%s|%s".formatted(id, name, first, last);
                case AFTER -> "%s|%s|%s".formatted(id, first, last);
            };
        }
    }

    private static void stoppedAnywhere(
            DatabaseKind kind, List<Doing> before, boolean written, Doing stopped, Doing next, End end)
            throws SQLException {
        try (Scratch scratch = new Scratch(kind)) {
            boolean more = true;
            for (int event = first(); more; event += EVERY) {
                TestDatabase database = scratch.next();
                InPhases.engine(InPhases.FIRST, database).migrate(Optional.empty());
                database.execute("insert into customers (id, name) values (1, 'Ada'), (2, 'Cher'), (5, 'Alan Turing')");
                before.forEach(doing -> doing.on(database, heard -> {}));
                if (written) {
                    RowCodeInPhasesTest.write(database);
                }
                more = stopped.stopsOn(database, event);
                next.finish(database);
                end.check(database, event, written);
            }
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
    void anExpandIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), false, Doing.EXPAND, Doing.EXPAND, End.BETWEEN);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anExpandIsTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), false, Doing.EXPAND, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFollowsIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), true, Doing.EXPAND, Doing.EXPAND, End.BETWEEN);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContractIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), true, Doing.CONTRACT, Doing.ALL, End.AFTER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContractIsFinishedAndTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), true, Doing.CONTRACT, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aWayBackFromBetweenIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), true, Doing.ROLLBACK, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theFirstHalfOfAWayBackIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL), false, Doing.ROLLBACK_EXPAND, Doing.ROLLBACK_EXPAND, End.RECEDED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theFirstHalfOfAWayBackIsTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL), false, Doing.ROLLBACK_EXPAND, Doing.EXPAND, End.AFTER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theSecondHalfOfAWayBackIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(
                kind,
                List.of(Doing.ALL, Doing.ROLLBACK_EXPAND),
                true,
                Doing.ROLLBACK_CONTRACT,
                Doing.ROLLBACK_CONTRACT,
                End.BEFORE);
    }
}
