package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A batch holds the rows that it has been at. An application that holds one before it, and comes to write one behind it,
 * is not ended as part of a deadlock.
 */
class GivingWayAtRowsTest {

    private static final int ROWS = 40;

    public static final class Scores implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "scores",
                    t -> t.column("id", bigint().notNull())
                            .column("points", integer().notNull())
                            .column("twice", integer())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("scores");
        }
    }

    public static final class Twice implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("scores").backfill("twice", "points * 2");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anApplicationThatWritesRowsInItsOwnOrderIsNotEnded(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            MigrationSource source = Ledgers.of(Scores.class, Twice.class);
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            for (int id = 1; id <= ROWS; id++) {
                database.execute("insert into scores (id, points) values (%1$d, %1$d)".formatted(id));
            }
            try (Connection holder = database.connect();
                    Statement holding = holder.createStatement();
                    Connection application = database.connect();
                    Statement writing = application.createStatement()) {
                holder.setAutoCommit(false);
                application.setAutoCommit(false);
                holding.execute("update scores set points = points where id = 20");
                writing.execute("update scores set points = points where id = 30");
                CompletableFuture<Void> migrated = CompletableFuture.runAsync(
                        () -> engine(source, database).migrate(Optional.empty()));
                awaitWaiting(database, 1);
                CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(application, writing));
                awaitWaiting(database, 2);
                TimeUnit.MILLISECONDS.sleep(300);
                holder.commit();
                assertThat(written).succeedsWithin(Duration.ofMinutes(1));
                assertThat(migrated).succeedsWithin(Duration.ofMinutes(1));
            }
            assertThat(Rows.of(database, "select count(*) from scores where twice = points * 2"))
                    .containsExactly("" + ROWS);
        }
    }

    private static void write(Connection application, Statement statement) {
        try {
            statement.execute("update scores set points = points where id = 10");
            application.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until that many wait for a lock, or two seconds have passed: who gives way in time lets nobody wait. */
    private static void awaitWaiting(TestDatabase database, int number) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() < end && database.waiting() < number) {
            TimeUnit.MILLISECONDS.sleep(150);
        }
    }

    private static Engine engine(MigrationSource source, TestDatabase database) {
        return Engine.of(
                source,
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withManners(Manners.DEFAULT).withPhase(Phase.ALL));
    }
}
