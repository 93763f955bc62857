package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Replaced;
import dev.godwit.ledger.Version;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that stands for others, on databases that have none, all or some of them. */
class SquashTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Create implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users", t -> t.column("id", Types.bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    public static final class AddName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").addColumn("name", Types.varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").dropColumn("name");
        }
    }

    public static final class CreateWithName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", Types.bigint().notNull())
                            .column("name", Types.varchar(20))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    public static final class AddCity implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").addColumn("city", Types.varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").dropColumn("city");
        }
    }

    private static final Ledger OLD = Ledgers.ledger(List.of(Create.class, AddName.class));
    private static final Version SQUASH = Ledgers.version(3);
    private static final Ledger SQUASHED = new Ledger(List.of(new LedgerEntry(
                    SQUASH,
                    CreateWithName.class.getName(),
                    Optional.empty(),
                    Ledgers.fingerprint(CreateWithName.class),
                    OLD.entries().stream().map(Replaced::of).toList())))
            .plus(Ledgers.version(4), AddCity.class.getName(), Ledgers.fingerprint(AddCity.class));

    private static Engine engine(Ledger ledger, TestDatabase database) {
        return Quiet.engine(Ledgers.of(ledger), database);
    }

    private static List<String> migrated(Ledger ledger, TestDatabase database) {
        return engine(ledger, database).migrate(Optional.empty()).migrations().stream()
                .map(Executed::version)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void runsOnADatabaseThatHasNothing(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            assertThat(migrated(SQUASHED, database)).containsExactly(SQUASH.text(), "20260101000004");
            assertThat(migrated(SQUASHED, database)).isEmpty();
            assertThat(engine(SQUASHED, database)
                            .rollback(RollbackTarget.steps(2))
                            .migrations())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isPassedOverWhereAllThatItReplacesHasRun(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            migrated(OLD, database);

            assertThat(migrated(SQUASHED, database)).containsExactly("20260101000004");

            assertThat(migrated(SQUASHED, database)).isEmpty();
            assertThat(engine(SQUASHED, database).status().migrations())
                    .extracting(MigrationStatus::version, MigrationStatus::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(SQUASH.text(), MigrationState.APPLIED),
                            org.assertj.core.groups.Tuple.tuple("20260101000004", MigrationState.APPLIED));
            assertThat(engine(SQUASHED, database).status().isUpToDate()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedWhereOnlySomeOfItHasRun(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(OLD, database).migrate(Optional.of("20260101000001"));

            assertThatThrownBy(() -> migrated(SQUASHED, database))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3048: 20260101000003 replaces several migrations")
                    .hasMessageContaining("has 20260101000001 and lacks 20260101000002")
                    .hasMessageContaining("with the release before the squash");

            migrated(OLD, database);
            assertThat(migrated(SQUASHED, database)).containsExactly("20260101000004");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isNoWayBackWhereWhatItReplacesHasRun(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            migrated(OLD, database);
            migrated(SQUASHED, database);
            Engine engine = engine(SQUASHED, database);

            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(2)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3049: Cannot roll back past 20260101000003")
                    .hasMessageContaining("20260101000001, 20260101000002");
            assertThat(engine.status().isUpToDate()).isTrue();
            assertThat(engine.rollback(RollbackTarget.to(SQUASH.text())).migrations())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSquashOfASquashIsPassedOverWhereTheFirstMigrationsHaveRun(DatabaseKind kind) throws SQLException {
        Ledger twice = new Ledger(List.of(new LedgerEntry(
                Ledgers.version(5),
                CreateWithName.class.getName(),
                Optional.empty(),
                Ledgers.fingerprint(CreateWithName.class),
                SQUASHED.entries().stream().map(Replaced::of).toList())));
        try (TestDatabase database = Databases.fresh(kind)) {
            migrated(OLD, database);
            assertThatThrownBy(() -> migrated(twice, database)).hasMessageStartingWith("GW3048");
            migrated(SQUASHED, database);

            assertThat(migrated(twice, database)).isEmpty();
        }
    }
}
