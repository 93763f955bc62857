package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * MariaDB makes a column {@code auto_increment} by a copy of the table. Who reads the table while it is copied and then
 * writes it is ended as a deadlock when writers wait for the copy, so they must not.
 */
class KeysBesideUsersTest {

    private static final String COPIES =
            "select count(*) from information_schema.processlist where db = database() and state like 'copy%'";

    public static final class Tables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "accounts", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("account", bigint())
                            .primaryKey("id")
                            .foreignKey(
                                    "fk_account",
                                    foreignKey("account")
                                            .references("accounts", "id")
                                            .onDelete(CASCADE)));
            schema.createSequence("customers_seq", incrementBy(50));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropSequence("customers_seq");
            schema.dropTable("customers");
            schema.dropTable("accounts");
        }
    }

    public static final class Identity implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .alterColumn("id", bigint().notNull(), bigint().notNull().identity());
            schema.dropSequence("customers_seq");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.createSequence("customers_seq", incrementBy(50));
            schema.table("customers").alterColumn("id", bigint().notNull().identity(), bigint().notNull());
        }
    }

    @Test
    void whoReadsAndWritesWhileTheTableIsCopiedIsNotEnded() throws Exception {
        MigrationSource source = Ledgers.of(Tables.class, Identity.class);
        try (TestDatabase database = Databases.fresh(DatabaseKind.MARIADB);
                Connection application = database.connect();
                Statement statement = application.createStatement()) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(
                    "insert into accounts values (1), (2), (3)",
                    "insert into customers select seq, 1 from seq_4_to_150000",
                    "insert into customers values (1, 2), (2, 3)",
                    "set statement sql_mode = 'NO_AUTO_VALUE_ON_ZERO' for insert into customers values (0, 3)");
            application.setAutoCommit(false);
            CompletableFuture<Void> migrated = CompletableFuture.runAsync(
                    () -> Engine.of(source, database::connect, Quiet.OPTIONS.withPhase(Phase.EXPAND))
                            .migrate(Optional.empty()));
            while (Rows.of(database, COPIES).equals(List.of("0")) && !migrated.isDone()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            statement.execute("select * from customers where id = 1");
            statement.execute("update customers set account = 1 where id = 1");
            statement.execute("delete from accounts where id = 3");
            statement.execute("insert into customers (account) values (2)");
            application.commit();
            boolean during = !migrated.isDone();
            assertThat(migrated).succeedsWithin(Duration.ofMinutes(1));
            assertThat(during).as("the copy was still at work").isTrue();
            assertThat(Rows.of(database, "select count(*) from customers")).containsExactly("149999");
            assertThat(Rows.of(database, "select id, account from customers where id < 3"))
                    .containsExactly("1|1");
            database.execute("delete from accounts where id = 2");
            assertThat(Rows.of(database, "select count(*) from customers where account <> 1"))
                    .containsExactly("0");
        }
    }
}
