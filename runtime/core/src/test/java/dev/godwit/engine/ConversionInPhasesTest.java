package dev.godwit.engine;

import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that gets another type under another name, of which not every old one can be converted. */
class ConversionInPhasesTest {

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    public static final class CountNickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("points", integer(), "cast(nickname as decimal)")
                    .dropColumn("nickname");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("nickname", varchar(80), "concat('', points)")
                    .dropColumn("points");
        }
    }

    public static final class Misspelt implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("points", integer(), "cast(nickname as decimall)")
                    .dropColumn("nickname");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("nickname", varchar(80), "concat('', points)")
                    .dropColumn("points");
        }
    }

    public static final class MisspeltBack implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("points", integer(), "cast(nickname as decimal)")
                    .dropColumn("nickname");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("nickname", varchar(80), "concatt(name, points)")
                    .dropColumn("points");
        }
    }

    private static Engine engine(Class<? extends Migration> second, TestDatabase database, Phase phase) {
        return InPhases.engine(InPhases.then(second), database, phase);
    }

    private static TestDatabase inUse(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        MigrationSource first = Ledgers.of(InPhases.Customers.class);
        Quiet.engine(first, database).migrate(Optional.empty());
        database.execute(
                "insert into customers (id, name, nickname) values (1, 'Ada', '10'), (2, 'Cher', 'x'), (3, 'Pelé', '3 y')");
        return database;
    }

    private static void migrate(TestDatabase database, Phase phase) {
        engine(CountNickname.class, database, phase).migrate(Optional.empty());
    }

    private static List<String> rows(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, nickname, points from customers order by id");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsAllRowsThatCannotBeConvertedBeforeAnythingIsExecuted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            assertThatThrownBy(() -> migrate(database, Phase.EXPAND))
                    .hasMessageStartingWith("GW3163: In the rows of customers listed here points")
                    .hasMessageContaining("id = 2: ")
                    .hasMessageContaining("id = 3: ")
                    .hasMessageEndingWith("2 rows");
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
            assertThat(Rows.of(database, "select count(*) from godwit_history")).containsExactly("1");

            database.execute("update customers set nickname = '7' where id > 1");
            migrate(database, Phase.EXPAND);
            assertThat(rows(database)).containsExactly("1|10|10", "2|7|7", "3|7|7");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void doesNotLetTheRunningVersionFailByWhatItDoesNotKnow(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            database.execute("delete from customers where id > 1");
            migrate(database, Phase.EXPAND);
            database.execute("insert into customers (id, name, nickname) values (2, 'Cher', 'believe')");
            database.execute("update customers set nickname = 'countess' where id = 1");
            assertThat(rows(database)).containsExactly("1|countess|null", "2|believe|null");
            assertThatThrownBy(() -> migrate(database, Phase.CONTRACT))
                    .hasMessageStartingWith("GW3163: ")
                    .hasMessageContaining("Nothing was contracted")
                    .hasMessageEndingWith("2 rows");

            database.execute("update customers set points = 5 where id = 1");
            database.execute("update customers set nickname = '6' where id = 2");
            assertThat(rows(database)).containsExactly("1|5|5", "2|6|6");
            migrate(database, Phase.CONTRACT);
            assertThat(Rows.of(database, "select id, points from customers order by id"))
                    .containsExactly("1|5", "2|6");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesSqlThatTheDatabaseDoesNotTakeBeforeAnythingIsExecuted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            assertThatThrownBy(
                            () -> engine(Misspelt.class, database, Phase.EXPAND).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3164: In table customers points as cast(nickname as decimall)");
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
        }
    }

    /** A trigger with it would be created, and fail the statements of both versions. */
    @ParameterizedTest
    @MethodSource("databases")
    void refusesSqlOfTheWayBackToo(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            database.execute("delete from customers where id > 1");
            assertThatThrownBy(() ->
                            engine(MisspeltBack.class, database, Phase.EXPAND).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3164: In table customers nickname as concatt(name, points)")
                    .hasMessageContaining("Nothing was executed");
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
            assertThat(InPhases.triggers(database)).isEmpty();
        }
    }

    public static final class RequirePoints implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("points", integer().notNull(), "cast(nickname as decimal)")
                    .dropColumn("nickname");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("nickname", varchar(80), "concat('', points)")
                    .dropColumn("points");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhyARequiredValueIsMissingAtContract(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            database.execute("delete from customers where id > 1");
            engine(RequirePoints.class, database, Phase.EXPAND).migrate(Optional.empty());
            database.execute("insert into customers (id, name, nickname) values (2, 'Cher', 'believe')");
            assertThatThrownBy(() -> engine(RequirePoints.class, database, Phase.CONTRACT)
                            .migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3163: ")
                    .hasMessageContaining("id = 2: ")
                    .hasMessageContaining("Nothing was contracted");
        }
    }
}
