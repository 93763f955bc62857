package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.MigrationState;
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

/** A run that is stopped at any event within a phase, as a crash would, is finished by whatever comes next. */
class PhasesInterruptedTest {

    /** One event in so many, from a random one on; all of them with {@code -Dgodwit.every=1}. */
    private static final int EVERY = Integer.getInteger("godwit.every", 30);

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .column("nickname", varchar(80))
                            .column("remark", varchar(80))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    public static final class Rework implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("email", varchar(80))
                    .addIndex("ix_customers_email", "email")
                    .renameColumn("name", "full_name")
                    .dropColumn("nickname")
                    .dropColumn("remark");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("remark", varchar(80))
                    .addColumn("nickname", varchar(80))
                    .renameColumn("full_name", "name")
                    .dropIndex("ix_customers_email")
                    .dropColumn("email");
        }
    }

    private static final MigrationSource RELEASE = Ledgers.of(Customers.class, Rework.class);
    private static final RollbackTarget ONE = RollbackTarget.steps(1);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Engine engine(TestDatabase database, Phase phase, Listener listener) {
        return Engine.of(
                RELEASE,
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withPhase(phase).withListener(listener));
    }

    /** What somebody does with the database. */
    private enum Doing implements Consumer<Engine> {
        EXPAND(Phase.AUTO, engine -> engine.migrate(Optional.empty())),
        START(Phase.EXPAND, engine -> engine.migrate(Optional.empty())),
        CONTRACT(Phase.CONTRACT, engine -> engine.migrate(Optional.empty())),
        ALL(Phase.ALL, engine -> engine.migrate(Optional.empty())),
        ROLLBACK(Phase.AUTO, engine -> engine.rollback(ONE)),
        ROLLBACK_EXPAND(Phase.EXPAND, engine -> engine.rollback(ONE)),
        ROLLBACK_CONTRACT(Phase.CONTRACT, engine -> engine.rollback(ONE));

        private final Phase phase;
        private final Consumer<Engine> what;

        Doing(Phase phase, Consumer<Engine> what) {
            this.phase = phase;
            this.what = what;
        }

        @Override
        public void accept(Engine engine) {
            what.accept(engine);
        }

        void on(TestDatabase database) {
            accept(engine(database, phase, event -> {}));
        }

        /** Whether it was stopped at the event of this number, from 1. */
        boolean stopsOn(TestDatabase database, int event) {
            int[] left = {event};
            try {
                accept(engine(database, phase, heard -> {
                    left[0]--;
                    if (left[0] == 0) {
                        throw new Crash();
                    }
                }));
                return false;
            } catch (Crash e) {
                return true;
            }
        }
    }

    private enum End {
        BEFORE(List.of("applied"), List.of("id", "name", "nickname", "remark")),
        EXPANDED(List.of("applied", "expanded"), List.of("email", "full_name", "id", "name", "nickname", "remark")),
        APPLIED(List.of("applied", "applied"), List.of("email", "full_name", "id")),
        RECEDED(List.of("applied", "receded"), List.of("email", "full_name", "id", "name", "nickname", "remark"));

        private final List<String> history;
        private final List<String> columns;

        End(List<String> history, List<String> columns) {
            this.history = history;
            this.columns = columns;
        }

        void check(TestDatabase database, int event) throws SQLException {
            assertThat(Rows.of(database, "select state from godwit_history order by version"))
                    .as("stopped at event %d", event)
                    .isEqualTo(history);
            assertThat(Rows.columns(database, "customers"))
                    .as("stopped at event %d", event)
                    .containsExactlyInAnyOrderElementsOf(columns);
            String name = columns.contains("name") ? "name" : "full_name";
            assertThat(Rows.of(database, "select id, %s from customers order by id".formatted(name)))
                    .as("stopped at event %d", event)
                    .containsExactly("1|Ada", "2|Cher");
            if (columns.contains("nickname")) {
                assertThat(Rows.of(database, "select nickname, remark from customers order by id"))
                        .as("stopped at event %d", event)
                        .containsExactly("A|first", "null|null");
            }
            if (columns.contains("name") && columns.contains("full_name")) {
                database.execute(
                        "insert into customers (id, name) values (3, 'Old')",
                        "insert into customers (id, full_name) values (4, 'New')");
                assertThat(Rows.of(database, "select name, full_name from customers where id > 2 order by id"))
                        .as("stopped at event %d", event)
                        .containsExactly("Old|Old", "New|New");
            }
            Engine engine = engine(database, Phase.AUTO, heard -> {});
            assertThat(engine.drift().drift().differences())
                    .as("stopped at event %d", event)
                    .isEmpty();
        }
    }

    private static void stoppedAnywhere(DatabaseKind kind, List<Doing> before, Doing stopped, Doing next, End end)
            throws SQLException {
        try (Scratch scratch = new Scratch(kind)) {
            boolean more = true;
            for (int event = first(); more; event += EVERY) {
                TestDatabase database = scratch.next();
                Engine.of(Ledgers.of(Customers.class), ConnectionSource.of(database.dataSource()), Quiet.OPTIONS)
                        .migrate(Optional.empty());
                database.execute("insert into customers (id, name, nickname, remark)"
                        + " values (1, 'Ada', 'A', 'first'), (2, 'Cher', null, null)");
                before.forEach(doing -> doing.on(database));
                more = stopped.stopsOn(database, event);
                if (hasAnything(database, next)) {
                    next.on(database);
                }
                end.check(database, event);
            }
        }
    }

    private static int first() {
        long seed = System.nanoTime();
        int first = 1 + new Random(seed).nextInt(EVERY);
        System.out.printf("stopped at event %d and every %d behind it (seed %d)%n", first, EVERY, seed);
        return first;
    }

    /** A rollback has nothing to take back where the stopped run had not begun, or had ended. */
    private static boolean hasAnything(TestDatabase database, Doing next) {
        MigrationState state = engine(database, Phase.AUTO, event -> {})
                .status()
                .migrations()
                .get(1)
                .state();
        return !next.name().startsWith("ROLLBACK")
                || state != MigrationState.UNAPPLIED && state != MigrationState.FAILED;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anExpandIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), Doing.EXPAND, Doing.START, End.EXPANDED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anExpandIsFinishedByOneThatDoesBoth(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), Doing.EXPAND, Doing.ALL, End.APPLIED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aWholeRunIsFinishedWhole(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), Doing.ALL, Doing.ALL, End.APPLIED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anExpandIsTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), Doing.EXPAND, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContractIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), Doing.CONTRACT, Doing.ALL, End.APPLIED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContractIsFinishedAndTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), Doing.CONTRACT, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aWayBackFromBetweenIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), Doing.ROLLBACK, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aWayBackFromBetweenIsFinishedAndGoneAgain(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), Doing.ROLLBACK, Doing.EXPAND, End.EXPANDED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackThatExpandsIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL), Doing.ROLLBACK_EXPAND, Doing.ROLLBACK_EXPAND, End.RECEDED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackThatExpandsIsTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL), Doing.ROLLBACK_EXPAND, Doing.ALL, End.APPLIED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackThatExpandsIsFinishedByOneThatDoesBoth(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL), Doing.ROLLBACK_EXPAND, Doing.ROLLBACK, End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackThatContractsIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(
                kind,
                List.of(Doing.ALL, Doing.ROLLBACK_EXPAND),
                Doing.ROLLBACK_CONTRACT,
                Doing.ROLLBACK_CONTRACT,
                End.BEFORE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackIsTakenBackFromBetween(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL, Doing.ROLLBACK_EXPAND), Doing.START, Doing.START, End.APPLIED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackThatWasTakenBackHalfIsCarriedOut(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL, Doing.ROLLBACK_EXPAND), Doing.START, Doing.ROLLBACK, End.BEFORE);
    }
}
