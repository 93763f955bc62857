package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.RetainedThing;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is told, grows overdue, and is dropped for good when somebody says so. */
class PurgeTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Users implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", Types.bigint().notNull())
                            .column("ssn", Types.varchar(20).notNull())
                            .column("nick", Types.varchar(20))
                            .primaryKey("id"));
            schema.createTable(
                    "logs", t -> t.column("id", Types.bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
            schema.dropTable("logs");
        }
    }

    public static final class Less implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").dropColumn("ssn");
            schema.dropTable("logs");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.createTable(
                    "logs", t -> t.column("id", Types.bigint().notNull()).primaryKey("id"));
            schema.table("users").addColumn("ssn", Types.varchar(20).notNull(), "'unknown'");
        }
    }

    public static final class ForGood implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.dropForGood().table("users").dropColumn("nick");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").addColumn("nick", Types.varchar(20));
        }
    }

    private static Engine engine(TestDatabase database, Retaining retaining) {
        return Engine.of(
                Ledgers.of(Users.class, Less.class, ForGood.class),
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withRetaining(retaining));
    }

    private static Engine dropped(TestDatabase database, Retaining retaining) throws SQLException {
        Engine engine = engine(database, retaining);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        database.execute("insert into users (id, ssn, nick) values (1, 's', 'n')", "insert into logs (id) values (1)");
        engine.migrate(Optional.of(Ledgers.version(2).text()));
        return engine;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void dropsForGoodWhatIsOldEnough(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = dropped(database, Retaining.DEFAULT);
            assertThat(engine.retained())
                    .extracting(RetainedThing::what)
                    .containsExactlyInAnyOrder("users.ssn", "logs");
            assertThat(engine.retained()).noneMatch(RetainedThing::overdue);
            assertThat(engine(database, Retaining.DEFAULT.withOverdueAfter(Duration.ZERO))
                            .retained())
                    .allMatch(RetainedThing::overdue);
            assertThat(engine.purge(PurgeTarget.olderThan(Duration.ofDays(30)))).isEmpty();

            assertThat(engine.planPurge(PurgeTarget.of(Ledgers.version(2).text())))
                    .hasSize(2);
            assertThat(engine.retained()).as("a plan changes nothing").hasSize(2);
            assertThat(engine.purge(PurgeTarget.of(Ledgers.version(2).text()))).hasSize(2);

            assertThat(engine.retained()).isEmpty();
            assertThat(Rows.tables(database)).noneMatch(table -> table.startsWith("godwit_kept_"));
            assertThat(Rows.of(database, "select * from users")).containsExactly("1|n");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3133")
                    .hasMessageContaining("acceptLoss=true");

            engine(database, Retaining.DEFAULT.withAcceptLoss(true)).rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select ssn from users")).containsExactly("unknown");
            assertThat(Rows.of(database, "select * from logs")).isEmpty();
            engine.migrate(Optional.of(Ledgers.version(2).text()));
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select ssn from users")).containsExactly("unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsDroppedForGoodIsNotKept(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = dropped(database, Retaining.DEFAULT.withKeep(false));
            assertThat(engine.retained()).isEmpty();
            engine(database, Retaining.DEFAULT).migrate(Optional.empty());
            assertThat(engine.retained()).isEmpty();
            assertThat(Rows.of(database, "select * from users")).containsExactly("1");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select nick from users")).containsExactly("null");
        }
    }
}
