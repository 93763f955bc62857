package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.PlannedStep;
import dev.godwit.engine.report.RetainedThing;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that backs rows up, looks at what it did, and is undone when that is not what it is to do. */
class CheckpointTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Users implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("address", varchar(40))
                            .column("email", varchar(40))
                            .primaryKey("id"));
            schema.createTable("logs", t -> t.column("id", bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
            schema.dropTable("logs");
        }
    }

    /** Splits the city off, by SQL; a user without an address has none. */
    public static final class City implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("users");
            schema.table("users").addColumn("city", varchar(40));
            schema.sql("update users set city = address, email = 'x' where address <> 'nowhere'")
                    .noSchemaEffect()
                    .idempotent();
            schema.sql("delete from users where id = 3").noSchemaEffect().idempotent();
            schema.verify("every user has a city", "select count(*) from users where city is null");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").dropColumn("city");
        }
    }

    /** The same in Java, batch by batch, each committed. */
    public static final class CityByRow implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("users");
            schema.table("users").addColumn("city", varchar(40));
            schema.transform("users", "id")
                    .read("address")
                    .write("city", "email")
                    .each((row, out) -> row.text("address")
                            .filter(address -> !address.equals("nowhere"))
                            .ifPresent(address -> out.set("city", address).set("email", "x")));
            schema.verify("every user has a city", "select count(*) from users where city is null");
            schema.verifyUnchanged("users", "address");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").dropColumn("city");
        }
    }

    public static final class Careless implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("users");
            schema.sql("update users set email = upper(email) where id = 2")
                    .noSchemaEffect()
                    .idempotent();
            schema.verifyUnchanged("users", "email");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    /** Takes its time with what it does wrong. */
    public static final class Slow implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("users");
            schema.sql("update users set email = 'x', address = 'lost'")
                    .noSchemaEffect()
                    .idempotent();
            schema.sql("delete from users where id > 100").noSchemaEffect().idempotent();
            schema.sql("select pg_sleep(0.3)").noSchemaEffect().idempotent();
            schema.verify("nothing is x", "select count(*) from users where email = 'x'");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    private static final List<String> ROWS = List.of("1|Rome|a", "2|nowhere|b", "3|Oslo|c");

    private static Engine engine(TestDatabase database, Class<? extends Migration> second) throws SQLException {
        Engine engine = Quiet.engine(Ledgers.of(Users.class, second), database);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        database.execute(
                "insert into users (id, address, email) values (1, 'Rome', 'a'), (2, 'nowhere', 'b'), (3, 'Oslo', 'c')");
        return engine;
    }

    private static List<String> users(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, address, email from users order by id");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isUndoneWhenAConditionDoesNotHold(DatabaseKind kind) throws SQLException {
        for (Class<? extends Migration> second : List.of(City.class, CityByRow.class)) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = engine(database, second);
                for (int again = 0; again < 2; again++) {
                    assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                            .hasMessageStartingWith(
                                    "GW3135: " + Ledgers.version(2).text())
                            .hasMessageContaining("every user has a city")
                            .hasMessageContaining("It was undone by its");
                    assertThat(users(database)).isEqualTo(ROWS);
                    assertThatThrownBy(() -> Rows.of(database, "select city from users"))
                            .isInstanceOf(SQLException.class);
                    assertThat(engine.status().migrations().get(1).state().name())
                            .isIn("UNAPPLIED", "FAILED");
                }
                database.execute("update users set address = 'Bern' where id = 2");
                assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
                assertThat(engine.retained()).extracting(RetainedThing::what).contains("users");
                assertThat(Rows.of(database, "select city, email from users where id = 2"))
                        .containsExactly("Bern|x");
                engine.rollback(RollbackTarget.steps(1));
                assertThat(engine.purge(PurgeTarget.of(Ledgers.version(2).text())))
                        .isNotEmpty();
                assertThat(Rows.tables(database)).noneMatch(table -> table.startsWith("godwit_kept_"));
            }
        }
    }

    /** Whoever writes meanwhile waits, and has written what he wanted in the end. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void losesNothingThatOthersWriteMeanwhile(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, Slow.class);
            AtomicBoolean stopped = new AtomicBoolean();
            CompletableFuture<Integer> written = CompletableFuture.supplyAsync(() -> write(database, stopped));
            try {
                for (int again = 0; again < 3; again++) {
                    assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3135");
                }
            } finally {
                stopped.set(true);
            }
            int rows = written.get(60, TimeUnit.SECONDS);
            assertThat(rows).isGreaterThan(3);
            assertThat(Rows.of(database, "select count(*), max(address) from users where id >= 100"))
                    .containsExactly(rows + "|" + rows);
            assertThat(Rows.of(database, "select id, address, email from users where id < 100 order by id"))
                    .isEqualTo(ROWS);
        }
    }

    /** Inserts a row, changes all of them, and so on; each committed. */
    private static int write(TestDatabase database, AtomicBoolean stopped) {
        int rows = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!stopped.get() || rows < 4) {
                rows++;
                statement.execute("insert into users (id, address) values (%d, '')".formatted(99 + rows));
                statement.execute("update users set address = '%d' where id >= 100".formatted(rows));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void comparesValuesWithTheBackup(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, Careless.class);
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContaining("users has the rows that it had, with the same [email]: the query gives 1");
            assertThat(users(database)).isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void thePlanSaysWhoHasToWait(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, City.class);
            assertThat(engine.plan(Optional.empty()).migrations().get(0).steps())
                    .extracting(PlannedStep::lock)
                    .anyMatch(lock -> lock.contains("needs a maintenance window"));
        }
    }
}
