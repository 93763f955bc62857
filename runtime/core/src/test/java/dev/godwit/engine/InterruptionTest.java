package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is stopped at any event, as a crash would, is finished by the next one. */
class InterruptionTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops the run at the event of this number, from 1. */
    private static final class CrashingListener implements Listener {
        private int left;

        CrashingListener(int number) {
            this.left = number;
        }

        @Override
        public void on(Event event) {
            left--;
            if (left == 0) {
                throw new Crash();
            }
        }
    }

    private static Engine crashing(TestDatabase database, int event) {
        Options options = Quiet.OPTIONS.withListener(new CrashingListener(event));
        return Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), options);
    }

    private static void fill(TestDatabase database) throws SQLException {
        Quiet.engine(Shop.source(), database)
                .migrate(Optional.of(Ledgers.version(1).text()));
        database.execute("insert into customers (id, name) values "
                + IntStream.range(0, 10)
                        .mapToObj(i -> "(%d, 'First%d Last%d')".formatted(i, i, i))
                        .collect(Collectors.joining(", ")));
    }

    private static List<String> rows(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, name, first_name, last_name from customers order by id");
    }

    /** Whether the run was stopped; false once there are fewer events than this. */
    private static boolean stops(Runnable run) {
        try {
            run.run();
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasBegunIsFinished(DatabaseKind kind) throws SQLException {
        List<String> expected;
        try (TestDatabase database = Databases.fresh(kind)) {
            fill(database);
            Quiet.engine(Shop.source(), database).migrate(Optional.empty());
            expected = rows(database);
        }
        try (Scratch scratch = new Scratch(kind)) {
            int event = 0;
            boolean stopped = true;
            while (stopped) {
                event++;
                int number = event;
                TestDatabase database = scratch.next();
                fill(database);
                stopped = stops(() -> crashing(database, number).migrate(Optional.empty()));

                Quiet.engine(Shop.source(), database).migrate(Optional.empty());

                assertThat(rows(database)).as("stopped at event %d", number).isEqualTo(expected);
                assertThat(Rows.of(database, "select version, state from godwit_history order by version"))
                        .hasSize(3)
                        .allMatch(row -> row.endsWith("|applied"));
            }
            assertThat(event).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasBegunIsTakenBack(DatabaseKind kind) throws SQLException {
        try (Scratch scratch = new Scratch(kind)) {
            int event = 0;
            boolean stopped = true;
            while (stopped) {
                event++;
                int number = event;
                TestDatabase database = scratch.next();
                fill(database);
                stopped = stops(() -> crashing(database, number).migrate(Optional.empty()));
                Engine engine = Quiet.engine(Shop.source(), database);

                if (engine.status().migrations().get(1).state() != MigrationState.UNAPPLIED) {
                    engine.rollback(RollbackTarget.to(Ledgers.version(1).text()));
                }

                assertThat(Rows.tables(database))
                        .as("stopped at event %d", number)
                        .contains("customers")
                        .doesNotContain("orders");
                assertThat(Rows.of(database, "select id, name from customers where id = 3"))
                        .containsExactly("3|First3 Last3");
                assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(2);
                assertThat(rows(database)).contains("3|First3 Last3|First3|Last3");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackThatWasBegunIsFinished(DatabaseKind kind) throws SQLException {
        try (Scratch scratch = new Scratch(kind)) {
            int event = 0;
            boolean stopped = true;
            while (stopped) {
                event++;
                int number = event;
                TestDatabase database = scratch.next();
                fill(database);
                Engine engine = Quiet.engine(Shop.source(), database);
                engine.migrate(Optional.empty());
                RollbackTarget target = RollbackTarget.to(Ledgers.version(1).text());
                stopped = stops(() -> crashing(database, number).rollback(target));

                engine.rollback(target);

                assertThat(Rows.tables(database))
                        .as("stopped at event %d", number)
                        .doesNotContain("orders");
                assertThat(Rows.of(database, "select id, name from customers where id = 3"))
                        .containsExactly("3|First3 Last3");
                engine.migrate(Optional.empty());
                assertThat(rows(database)).contains("3|First3 Last3|First3|Last3");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aMigrationThatIsOneGroupOnPostgresqlIsAtomic(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(FailsAtItsEnd.class), database);

            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3052: 20260101000001");

            boolean atomic = kind == DatabaseKind.POSTGRESQL;
            assertThat(Rows.tables(database).contains("first_table")).isEqualTo(!atomic);
            assertThat(engine.status().migrations().get(0).state())
                    .isEqualTo(atomic ? MigrationState.FAILED : MigrationState.INTERRUPTED);
            if (!atomic) {
                engine.rollback(RollbackTarget.steps(1));
            }
            assertThat(Rows.tables(database)).doesNotContain("first_table");
        }
    }

    public static final class FailsAtItsEnd implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "first_table", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.sql("insert into no_such_table values (1)").noSchemaEffect().idempotent();
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("first_table");
        }
    }
}
