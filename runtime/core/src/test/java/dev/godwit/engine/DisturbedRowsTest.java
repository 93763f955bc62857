package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.rows.Pace;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server does to work on many rows: deadlocks, time limits and cut connections, on real ones. */
class DisturbedRowsTest {

    private static final int ROWS = 12;

    /** InnoDB shows the same list of transactions to whoever asks again within 100 ms. */
    private static final long BETWEEN_LOOKS = 120;

    public static final class Tables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("points", bigint())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    public static final class InSql implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").backfill("points", "id * 2");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    public static final class InJava implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform("users", "id")
                    .read("id")
                    .write("points")
                    .each((row, out) ->
                            out.set("points", row.get("id", Long.class).orElseThrow() * 2));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("points that were there before are not kept");
        }
    }

    private static void prepare(TestDatabase database) throws SQLException {
        Quiet.engine(Ledgers.of(Tables.class), database).migrate(Optional.empty());
        String ids = LongStream.rangeClosed(1, ROWS).mapToObj("(%d)"::formatted).collect(Collectors.joining(", "));
        database.execute("insert into users (id) values " + ids);
    }

    private static Engine engine(MigrationSource chain, ConnectionSource connections, Listener listener) {
        Options options = Quiet.OPTIONS
                .withManners(
                        Quiet.MANNERS.withLockTimeout(Duration.ofSeconds(10)).withPace(Pace.DEFAULT.withMostRows(4)))
                .withListener(listener);
        return Engine.of(chain, connections, options);
    }

    private static void assertDone(TestDatabase database) throws SQLException {
        assertThat(Rows.of(database, "select count(*) from users where points = id * 2"))
                .containsExactly("" + ROWS);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aRowThatSomebodyHoldsIsTriedAgainAndThoseBeforeItAreDone(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            prepare(database);
            AtomicInteger retries = new AtomicInteger();
            Listener counting = event -> retries.addAndGet(event instanceof Event.Retry ? 1 : 0);
            try (Connection client = database.connect();
                    Statement statement = client.createStatement()) {
                client.setAutoCommit(false);
                statement.execute("update users set points = 0 where id = 4");
                Options options = Quiet.OPTIONS
                        .withManners(Quiet.MANNERS.withPace(Pace.DEFAULT.withMostRows(4)))
                        .withListener(counting);
                Engine engine = Engine.of(
                        Ledgers.of(Tables.class, InJava.class), ConnectionSource.of(database.dataSource()), options);
                CompletableFuture<Void> run = CompletableFuture.runAsync(() -> engine.migrate(Optional.empty()));
                until(() -> retries.get() > 0);
                assertThat(Rows.of(database, "select id from users where points > 0 order by id"))
                        .containsExactly("1", "2", "3");
                client.commit();
                run.get(60, TimeUnit.SECONDS);
            }
            assertDone(database);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("nothing came").isLessThan(end);
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Each row that is updated takes this long. */
    private static void slow(TestDatabase database, String seconds) throws SQLException {
        switch (database.kind()) {
            case POSTGRESQL ->
                database.execute(
                        "create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep("
                                + seconds + "); return new; end $$",
                        "create trigger slow before update on users for each row execute function slow()");
            case MARIADB, MYSQL, H2 ->
                database.execute("create trigger slow before update on users for each row do sleep(" + seconds + ")");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTimeLimitMakesBatchesSmaller(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            prepare(database);
            slow(database, "0.06");
            String limit = kind == DatabaseKind.POSTGRESQL
                    ? "?options=-c%20statement_timeout=170"
                    : "?sessionVariables=max_statement_time=0.17";

            engine(
                            Ledgers.of(Tables.class, InSql.class),
                            () -> DriverManager.getConnection(database.url() + limit, database.user(), ""),
                            event -> {})
                    .migrate(Optional.empty());

            assertDone(database);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTimeLimitThatNoRowKeepsIsSaidAtTheRow(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            prepare(database);
            slow(database, "case when new.id = 7 then 0.5 else 0 end");
            String limit = kind == DatabaseKind.POSTGRESQL
                    ? "?options=-c%20statement_timeout=200"
                    : "?sessionVariables=max_statement_time=0.2";
            Engine engine = engine(
                    Ledgers.of(Tables.class, InSql.class),
                    () -> DriverManager.getConnection(database.url() + limit, database.user(), ""),
                    event -> {});

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3076", "id = 7: ");

            assertThat(Rows.of(database, "select count(*) from users where points is not null"))
                    .containsExactly("6");
            database.execute("drop trigger slow" + (kind == DatabaseKind.POSTGRESQL ? " on users" : ""));
            engine.migrate(Optional.empty());
            assertDone(database);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aConnectionThatIsCutInABatchEndsTheRunAndTheNextGoesOn(DatabaseKind kind) throws Exception {
        for (Class<? extends Migration> migration : List.of(InSql.class, InJava.class)) {
            try (TestDatabase database = Databases.fresh(kind)) {
                prepare(database);
                slow(database, "case when new.id = 7 then 0.4 else 0 end");
                Engine engine = engine(
                        Ledgers.of(Tables.class, migration), ConnectionSource.of(database.dataSource()), event -> {});
                CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> cut(database));

                assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                        .isInstanceOf(EngineException.class)
                        .hasMessageStartingWith("GW3005");

                cut.get(30, TimeUnit.SECONDS);
                assertThat(Rows.of(database, "select count(*) from users where points is not null"))
                        .containsExactly("4");
                database.execute("drop trigger slow" + (kind == DatabaseKind.POSTGRESQL ? " on users" : ""));
                engine.migrate(Optional.empty());
                assertDone(database);
            }
        }
    }

    /** Cuts the connection that works, while it is at the slow row. */
    private static void cut(TestDatabase database) {
        boolean postgresql = database.kind() == DatabaseKind.POSTGRESQL;
        String atWork = postgresql
                ? "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
                : "select id from information_schema.processlist where db = database() and state = 'User sleep'";
        try {
            until(() -> !Rows.of(database, atWork).isEmpty());
            String id = Rows.of(database, atWork).get(0);
            database.execute(postgresql ? "select pg_terminate_backend(" + id + ")" : "kill connection " + id);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
