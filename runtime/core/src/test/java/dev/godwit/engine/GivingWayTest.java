package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On PostgreSQL a migration may come to hold one table and to wait for another one, whose holder waits for the first. The
 * server ends whoever has waited longest, so it has to be the migration that gives way.
 */
class GivingWayTest {

    public static final class Tables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "accounts", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("account", bigint())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
            schema.dropTable("accounts");
        }
    }

    /** One transaction. */
    public static final class Columns implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(40));
            schema.table("accounts").addColumn("name", varchar(40));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("accounts").dropColumn("name");
            schema.table("customers").dropColumn("name");
        }
    }

    /** One statement, which locks both tables. */
    public static final class Key implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addForeignKey("fk_account", foreignKey("account").references("accounts", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropForeignKey("fk_account");
        }
    }

    /** A table that goes, and its foreign key with it. */
    public static final class Gone implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("customers");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("account", bigint())
                            .primaryKey("id")
                            .foreignKey("fk_account", foreignKey("account").references("accounts", "id")));
        }
    }

    static Stream<Arguments> migrations() {
        return Stream.of(
                Arguments.of("two tables change in one transaction", List.of(Tables.class, Columns.class), Phase.ALL),
                Arguments.of("a foreign key comes", List.of(Tables.class, Key.class), Phase.ALL),
                Arguments.of("a table goes", List.of(Tables.class, Key.class, Gone.class), Phase.ALL),
                Arguments.of(
                        "a table is let go by its owners", List.of(Tables.class, Key.class, Gone.class), Phase.EXPAND));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("migrations")
    void anApplicationIsNotEnded(String name, List<Class<? extends Migration>> migrations, Phase phase)
            throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            MigrationSource source = Ledgers.of(Ledgers.ledger(migrations));
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(migrations.size() - 1).text()));
            String head = Ledgers.version(migrations.size()).text();
            disturb(database, () -> engine(source, database, phase).migrate(Optional.of(head)));
        }
    }

    @Test
    void anApplicationIsNotEndedWhenAForeignKeyGoes() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            MigrationSource source = Ledgers.of(Tables.class, Key.class);
            Quiet.engine(source, database).migrate(Optional.empty());
            disturb(database, () -> engine(source, database, Phase.ALL).rollback(RollbackTarget.steps(1)));
        }
    }

    /** While somebody holds customers the migration begins to wait, then an application that writes both tables. */
    private static void disturb(TestDatabase database, Runnable migration) throws Exception {
        try (Connection holder = database.connect();
                Statement holding = holder.createStatement();
                Connection application = database.connect();
                Statement writing = application.createStatement()) {
            holder.setAutoCommit(false);
            application.setAutoCommit(false);
            holding.execute("lock table customers in row exclusive mode");
            writing.execute("insert into accounts (id) values (50)");
            CompletableFuture<Void> migrated = CompletableFuture.runAsync(migration);
            awaitWaiting(database, 1);
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(application, writing));
            awaitWaiting(database, 2);
            TimeUnit.MILLISECONDS.sleep(300);
            holder.commit();
            assertThat(written).succeedsWithin(Duration.ofMinutes(1));
            assertThat(migrated).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private static void write(Connection application, Statement statement) {
        try {
            statement.execute("insert into customers (id) values (50)");
            application.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until that many wait for a lock, or a second has passed: who gives way in time lets nobody wait. */
    private static void awaitWaiting(TestDatabase database, int number) throws Exception {
        String waiting = "select count(*) >= %d from pg_locks where not granted and database ="
                + " (select oid from pg_database where datname = current_database())";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (System.nanoTime() < end
                && !Rows.of(database, waiting.formatted(number)).equals(List.of("t"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static Engine engine(MigrationSource source, TestDatabase database, Phase phase) {
        return Engine.of(
                source,
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withManners(Manners.DEFAULT).withPhase(phase));
    }
}
