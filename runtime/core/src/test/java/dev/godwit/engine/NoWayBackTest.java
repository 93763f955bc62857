package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.rehearsal.Rehearsal;
import dev.godwit.rehearsal.Rehearsed;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that says why its rows cannot come back is not rolled back, and neither is what stands before it. */
class NoWayBackTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Users implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    public static final class Trim implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform("users", "id")
                    .read("name")
                    .write("name")
                    .each((row, out) -> row.text("name").ifPresent(name -> out.set("name", name.trim())));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("the blanks are not kept");
        }
    }

    public static final class Nickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").addColumn("nickname", varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").dropColumn("nickname");
        }
    }

    private static final MigrationSource CHAIN = Ledgers.of(Users.class, Trim.class, Nickname.class);

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackPastItIsRefusedBeforeAnythingRuns(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(CHAIN, database);
            engine.migrate(Optional.empty());
            RollbackTarget both = RollbackTarget.steps(2);

            assertThatThrownBy(() -> engine.planRollback(both))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3160");
            assertThatThrownBy(() -> engine.rollback(both))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3160", Ledgers.version(2).text(), "the blanks are not kept");

            assertThat(Rows.of(database, "select nickname from users")).isEmpty();
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select count(*) from godwit_history")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRehearsalGoesOnBehindIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            assertThat(Rehearsal.of(CHAIN, ConnectionSource.of(database.dataSource()))
                            .run()
                            .migrations())
                    .hasSize(3)
                    .allMatch(Rehearsed::ok);
        }
    }
}
