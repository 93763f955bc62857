package dev.godwit.engine;

import static dev.godwit.SequenceSpec.incrementBy;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** While writers of both versions insert at once, no key is made twice, whatever phase runs meanwhile. */
class DrawnKeysOnMysqlTest {

    private static final int BLOCK = 5;

    public static final class Orders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "orders",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("title", varchar(9))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("orders");
        }
    }

    public static final class Drawn implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createSequence("orders_seq", incrementBy(BLOCK));
            schema.table("orders").alterColumn("id", bigint().notNull().identity(), bigint().notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders")
                    .alterColumn("id", bigint().notNull(), bigint().notNull().identity());
            schema.dropSequence("orders_seq");
        }
    }

    /** One transaction of an application. */
    private interface Insert {
        void by(Statement statement) throws SQLException;
    }

    private static final Insert LEFT_TO_THE_DATABASE =
            statement -> statement.execute("insert into orders (title) values ('made')");

    /** As Hibernate draws from what it has instead of a sequence, and uses all of the block. */
    private static void drawn(Statement statement) throws SQLException {
        long last;
        try (ResultSet result = statement.executeQuery("select next_val from orders_seq for update")) {
            result.next();
            last = result.getLong(1);
        }
        statement.execute("update orders_seq set next_val = next_val + " + BLOCK);
        statement.getConnection().commit();
        for (long key = last - BLOCK + 1; key <= last; key++) {
            statement.execute("insert into orders (id, title) values (%d, 'drawn')".formatted(key));
        }
    }

    /** Two writers that go on until they are closed. */
    private static final class Writers implements AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicInteger done = new AtomicInteger();
        private final List<CompletableFuture<Void>> running;

        Writers(TestDatabase database, Insert insert) {
            this.running = Stream.of(1, 2)
                    .map(number -> CompletableFuture.runAsync(
                            () -> insert(database, insert), command -> new Thread(command).start()))
                    .toList();
        }

        private void insert(TestDatabase database, Insert insert) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                while (!closed.get()) {
                    insert.by(statement);
                    connection.commit();
                    done.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(2);
                }
            } catch (SQLException | InterruptedException e) {
                throw new AssertionError("after %s transactions".formatted(done), e);
            }
        }

        /** Returns when they have done more. */
        void goOn() throws InterruptedException {
            int enough = done.get() + 40;
            while (done.get() < enough && running.stream().noneMatch(CompletableFuture::isDone)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        /** Ends them, of whom none has met an error. */
        @Override
        public void close() {
            closed.set(true);
            assertThat(running).allSatisfy(CompletableFuture::join);
        }
    }

    @Test
    void noKeyIsMadeTwice() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.MYSQL)) {
            migrate(database, Phase.ALL, Optional.of(Ledgers.version(1).text()));
            try (Writers old = new Writers(database, LEFT_TO_THE_DATABASE)) {
                old.goOn();
                migrate(database, Phase.EXPAND, Optional.empty());
                engine(database, Phase.AUTO)
                        .rollback(RollbackTarget.to(Ledgers.version(1).text()));
                migrate(database, Phase.EXPAND, Optional.empty());
                try (Writers young = new Writers(database, DrawnKeysOnMysqlTest::drawn)) {
                    old.goOn();
                    young.goOn();
                }
            }
            try (Writers young = new Writers(database, DrawnKeysOnMysqlTest::drawn)) {
                young.goOn();
                migrate(database, Phase.CONTRACT, Optional.empty());
                young.goOn();
            }
            assertThat(Rows.of(database, """
                    select count(distinct title), max(case title when 'made' then id end) < max(case title when 'drawn' then id end) \
                    from orders""")).containsExactly("2|1");
            assertThat(database.triggers()).isEmpty();
            engine(database, Phase.ALL)
                    .rollback(RollbackTarget.to(Ledgers.version(1).text()));
            try (Writers old = new Writers(database, LEFT_TO_THE_DATABASE)) {
                old.goOn();
            }
        }
    }

    private static void migrate(TestDatabase database, Phase phase, Optional<String> target) {
        engine(database, phase).migrate(target);
    }

    private static Engine engine(TestDatabase database, Phase phase) {
        MigrationSource source = Ledgers.of(Orders.class, Drawn.class);
        return Engine.of(
                source,
                ConnectionSource.of(database.dataSource()),
                InPhases.options(phase).withManners(Manners.DEFAULT));
    }
}
