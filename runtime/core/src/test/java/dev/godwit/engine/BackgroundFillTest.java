package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.OpenPhase;
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

/** Work on many rows that a migration leaves for later, and what waits for it. */
class BackgroundFillTest {

    private static final int ROWS = 20;

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    public static final class Handle implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("email", varchar(80))
                    .addColumn("handle", varchar(80))
                    .backfill("handle", "lower(name)");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("handle").dropColumn("email");
        }
    }

    /** Has nothing to do with the handles. */
    public static final class Orders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("orders", t -> t.column("id", bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("orders");
        }
    }

    /** Builds on the handles. */
    public static final class UniqueHandle implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addIndex("ix_customers_handle", "handle");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropIndex("ix_customers_handle");
        }
    }

    private static final MigrationSource ALL =
            Ledgers.of(Customers.class, Handle.class, Orders.class, UniqueHandle.class);
    private static final MigrationSource THREE = Ledgers.of(Customers.class, Handle.class, Orders.class);

    private static Options background(Listener listener) {
        return Quiet.OPTIONS.withPhases(Phases.DEFAULT.withBackground(true)).withListener(listener);
    }

    private static Engine engine(MigrationSource source, TestDatabase database, Options options) {
        return Engine.of(source, ConnectionSource.of(database.dataSource()), options);
    }

    private static Engine leaving(MigrationSource source, TestDatabase database) {
        return engine(source, database, background(event -> {}));
    }

    private static Engine finishing(MigrationSource source, TestDatabase database) {
        return engine(source, database, Quiet.OPTIONS.withPhase(Phase.AUTO));
    }

    private static TestDatabase inUse(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        leaving(Ledgers.of(Customers.class), database).migrate(Optional.empty());
        database.execute("insert into customers (id, name) values "
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "(%d, 'Name%d')".formatted(i, i))
                        .collect(Collectors.joining(", ")));
        return database;
    }

    private static List<String> history(TestDatabase database) throws SQLException {
        return Rows.of(database, "select state from godwit_history order by version");
    }

    private static String filled(TestDatabase database) throws SQLException {
        return Rows.of(database, "select count(handle) from customers").get(0);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anEmptyTableLeavesNothing(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            leaving(ALL, database).migrate(Optional.empty());
            assertThat(history(database)).containsOnly("applied");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goesOnWithWhatDoesNotDependOnIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            Engine leaving = leaving(THREE, database);
            assertThat(leaving.migrate(Optional.empty()).migrations())
                    .extracting(Executed::state)
                    .containsExactly(MigrationState.FILLING, MigrationState.APPLIED);
            assertThat(filled(database)).isEqualTo("0");
            assertThat(leaving.status().open())
                    .extracting(OpenPhase::state, OpenPhase::why)
                    .containsExactly(tuple(MigrationState.FILLING, "work on its rows was left for later"));
            assertThat(leaving.drift().drift().differences()).isEmpty();

            StatementCounter counter = new StatementCounter(ConnectionSource.of(database.dataSource()));
            Engine.of(THREE, counter, background(event -> {})).migrate(Optional.empty());
            assertThat(counter.statements()).hasSize(1);

            assertThat(leaving.backfill().migrations())
                    .extracting(Executed::state)
                    .containsExactly(MigrationState.APPLIED);
            assertThat(filled(database)).isEqualTo(Integer.toString(ROWS));
            assertThat(history(database)).containsOnly("applied");
            assertThat(leaving.backfill().migrations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void holdsBackWhatDependsOnIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            assertThatThrownBy(() -> leaving(ALL, database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3144: Stopped before 20260101000004")
                    .hasMessageContaining("godwit:backfill");
            assertThat(history(database)).containsExactly("applied", "filling", "applied");
            assertThatThrownBy(() -> engine(ALL, database, Quiet.OPTIONS.withPhase(Phase.CONTRACT))
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3141");

            assertThat(finishing(ALL, database).migrate(Optional.empty()).migrations())
                    .hasSize(2);
            assertThat(filled(database)).isEqualTo(Integer.toString(ROWS));
            assertThat(history(database)).containsOnly("applied");
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops when some batches have been committed. */
    private static Listener crashing() {
        return event -> {
            if (event instanceof Event.Progress progress && progress.done() >= 6) {
                throw new Crash();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isFinishedWhereItWasInterrupted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            leaving(THREE, database).migrate(Optional.empty());
            assertThatThrownBy(() ->
                            engine(THREE, database, background(crashing())).backfill())
                    .isInstanceOf(Crash.class);
            assertThat(Integer.parseInt(filled(database))).isBetween(3, ROWS - 1);
            assertThat(history(database)).containsExactly("applied", "filling", "applied");
            assertThat(leaving(THREE, database).migrate(Optional.empty()).migrations())
                    .isEmpty();

            leaving(THREE, database).backfill();
            assertThat(filled(database)).isEqualTo(Integer.toString(ROWS));
            assertThat(history(database)).containsOnly("applied");
        }
    }

    /** Has steps on its own before the work on rows. */
    public static final class IndexedHandle implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addIndex("ix_customers_name", "name")
                    .addColumn("handle", varchar(80))
                    .backfill("handle", "lower(name)");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("handle").dropIndex("ix_customers_name");
        }
    }

    /** How it was begun, only the rows tell: who cannot be asked about them has not said that it was in another way. */
    @ParameterizedTest
    @MethodSource("databases")
    void aConnectionThatIsLostWhileRowsAreLookedForStopsTheRun(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            MigrationSource two = Ledgers.of(Customers.class, IndexedHandle.class);
            assertThatThrownBy(() -> engine(two, database, background(event -> {
                                if (event instanceof Event.GroupEnded) {
                                    throw new Crash();
                                }
                            }))
                            .migrate(Optional.empty()))
                    .isInstanceOf(Crash.class);

            int[] asked = {0};
            StatementCounter losing = new StatementCounter(ConnectionSource.of(database.dataSource()), statement -> {
                if (statement.startsWith("select exists") && asked[0]++ == 0) {
                    throw new SQLException("nobody answers", "08006", kind == DatabaseKind.H2 ? 90067 : 0);
                }
            });
            assertThatThrownBy(() ->
                            Engine.of(two, losing, background(event -> {})).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3005");

            leaving(two, database).migrate(Optional.empty());
            assertThat(history(database)).containsExactly("applied", "filling");
            assertThat(filled(database)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isTakenBackFromItsMiddle(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            MigrationSource two = Ledgers.of(Customers.class, Handle.class);
            leaving(two, database).migrate(Optional.empty());
            assertThatThrownBy(
                            () -> engine(two, database, background(crashing())).backfill())
                    .isInstanceOf(Crash.class);

            finishing(two, database).rollback(RollbackTarget.steps(1));

            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name");
            assertThat(history(database)).containsExactly("applied");
            finishing(two, database).migrate(Optional.empty());
            assertThat(filled(database)).isEqualTo(Integer.toString(ROWS));
        }
    }
}
