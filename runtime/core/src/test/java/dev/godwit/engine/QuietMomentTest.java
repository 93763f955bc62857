package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of a definition finds the moment for it, instead of failing those who are in the middle of something. */
class QuietMomentTest {

    public static final class People implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "people",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(40))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("people");
        }
    }

    public static final class Email implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("people").addColumn("email", varchar(40));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").dropColumn("email");
        }
    }

    /** As a Hibernate application does with each entity that it changes. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void whoHasReadATableMayStillWriteIt(DatabaseKind kind) throws Exception {
        MigrationSource source = Ledgers.of(People.class, Email.class);
        try (TestDatabase database = Databases.fresh(kind);
                Connection application = database.connect();
                Statement statement = application.createStatement()) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into people (id, name) values (1, 'Ada')");
            application.setAutoCommit(false);
            statement.execute("select * from people");

            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Void> migrated = CompletableFuture.runAsync(() -> migrate(source, database, begun));
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            TimeUnit.MILLISECONDS.sleep(300);
            statement.executeUpdate("update people set name = 'Eve' where id = 1");
            application.commit();

            migrated.get(1, TimeUnit.MINUTES);
            assertThat(Rows.of(database, "select name, email from people")).containsExactly("Eve|null");
        }
    }

    private static void migrate(MigrationSource source, TestDatabase database, CountDownLatch begun) {
        Engine.of(
                        source,
                        ConnectionSource.of(database.dataSource()),
                        Quiet.OPTIONS.withManners(Manners.DEFAULT).withListener(event -> {
                            if (event instanceof Event.StepStarted) {
                                begun.countDown();
                            }
                        }))
                .migrate(Optional.empty());
    }
}
