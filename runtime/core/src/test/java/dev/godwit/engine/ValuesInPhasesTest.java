package dev.godwit.engine;

import static dev.godwit.Types.varchar;
import static dev.godwit.engine.InPhases.inUse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rows held before a migration is there again after its way back, whichever phases it went through. */
class ValuesInPhasesTest {

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    public static final class RequireNickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .backfill("nickname", "concat('n', id)")
                    .alterColumn("nickname", varchar(80), varchar(80).notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").alterColumn("nickname", varchar(80).notNull(), varchar(80));
        }
    }

    public static final class DropName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(80).notNull(), "concat('c', id)");
        }
    }

    private static Engine engine(Class<? extends Migration> second, TestDatabase database, Phase phase) {
        return InPhases.engine(InPhases.then(second), database, phase);
    }

    private static List<String> names(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, name from customers order by id");
    }

    private static List<String> nicknames(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, nickname from customers order by id");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goesForthAndBackBetweenThePhasesAsOftenAsItLikes(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            for (int time = 1; time <= 2; time++) {
                engine(RequireNickname.class, database, Phase.EXPAND).migrate(Optional.empty());
                assertThat(nicknames(database)).containsExactly("1|A", "2|n2");
                engine(RequireNickname.class, database, Phase.AUTO).rollback(RollbackTarget.steps(1));
                assertThat(nicknames(database)).containsExactly("1|A", "2|null");
            }
            engine(RequireNickname.class, database, Phase.EXPAND).migrate(Optional.empty());
            engine(RequireNickname.class, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(nicknames(database)).containsExactly("1|A", "2|n2");
            engine(RequireNickname.class, database, Phase.ALL).rollback(RollbackTarget.steps(1));
            assertThat(nicknames(database)).containsExactly("1|A", "2|null");
        }
    }

    private static TestDatabase withNicknames(DatabaseKind kind) throws SQLException {
        TestDatabase database = inUse(kind);
        engine(RequireNickname.class, database, Phase.EXPAND).migrate(Optional.empty());
        engine(RequireNickname.class, database, Phase.CONTRACT).migrate(Optional.empty());
        database.execute("insert into customers (id, name, nickname) values (3, 'Eve', 'E'), (4, 'Fay', 'n4')");
        return database;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoReliesOnAValueFindsOneUntilItIsGone(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = withNicknames(kind)) {
            engine(RequireNickname.class, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            assertThat(nicknames(database)).containsExactly("1|A", "2|n2", "3|E", "4|n4");
            database.execute(
                    "insert into customers (id, name) values (5, 'Gus')",
                    "update customers set nickname = null where id = 3");
            assertThat(nicknames(database)).containsExactly("1|A", "2|n2", "3|n3", "4|n4", "5|n5");

            engine(RequireNickname.class, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(nicknames(database)).containsExactly("1|A", "2|null", "3|n3", "4|n4", "5|n5");
            database.execute("insert into customers (id, name) values (6, 'Hal')");
            assertThat(nicknames(database)).contains("6|null");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aValueThatWasChangedSinceStays(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = withNicknames(kind)) {
            engine(RequireNickname.class, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            database.execute("update customers set nickname = 'C' where id = 2");
            engine(RequireNickname.class, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(nicknames(database)).containsExactly("1|A", "2|C", "3|E", "4|n4");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aWayBackThatIsTakenBackCanBeTakenAgain(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = withNicknames(kind)) {
            for (int time = 1; time <= 2; time++) {
                engine(RequireNickname.class, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
                engine(RequireNickname.class, database, Phase.EXPAND).migrate(Optional.empty());
                assertThat(nicknames(database)).containsExactly("1|A", "2|n2", "3|E", "4|n4");
                assertThatThrownBy(() -> database.execute("insert into customers (id, name) values (5, 'Gus')"))
                        .isInstanceOf(SQLException.class);
            }
            engine(RequireNickname.class, database, Phase.ALL).rollback(RollbackTarget.steps(1));
            assertThat(nicknames(database)).containsExactly("1|A", "2|null", "3|E", "4|n4");
        }
    }

    private static TestDatabase withoutName(DatabaseKind kind) throws SQLException {
        TestDatabase database = inUse(kind);
        engine(DropName.class, database, Phase.EXPAND).migrate(Optional.empty());
        engine(DropName.class, database, Phase.CONTRACT).migrate(Optional.empty());
        database.execute("insert into customers (id) values (3)");
        assertThat(Rows.columns(database, "customers")).doesNotContain("name");
        return database;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void bringsBackWhatContractRetiredWhileTheNewVersionRuns(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = withoutName(kind)) {
            engine(DropName.class, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            database.execute("insert into customers (id) values (4)");
            assertThat(names(database)).containsExactly("1|Ada", "2|Cher", "3|c3", "4|c4");
            engine(DropName.class, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(names(database)).containsExactly("1|Ada", "2|Cher", "3|c3", "4|c4");
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsWhatCameBackAgainWhereTheRollbackIsTakenBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = withoutName(kind)) {
            engine(DropName.class, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            engine(DropName.class, database, Phase.EXPAND).migrate(Optional.empty());
            assertThat(Rows.columns(database, "customers")).doesNotContain("name");
            engine(DropName.class, database, Phase.ALL).rollback(RollbackTarget.steps(1));
            assertThat(names(database)).containsExactly("1|Ada", "2|Cher", "3|c3");
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsThatComeInTheMiddleOfContractHaveTheValueOfTheWayBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(DropName.class, database, Phase.EXPAND).migrate(Optional.empty());
            int[] id = {2};
            Engine.of(
                            InPhases.then(DropName.class),
                            ConnectionSource.of(database.dataSource()),
                            InPhases.options(Phase.CONTRACT).withListener(event -> {
                                if (event instanceof Event.GroupEnded) {
                                    id[0]++;
                                    insert(database, id[0]);
                                }
                            }))
                    .migrate(Optional.empty());

            engine(DropName.class, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            engine(DropName.class, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(names(database)).hasSize(id[0]).allMatch(row -> row.matches("1\\|Ada|2\\|Cher|(\\d+)\\|c\\1"));
        }
    }

    private static void insert(TestDatabase database, int id) {
        try {
            database.execute("insert into customers (id) values (%d)".formatted(id));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
