package dev.godwit.engine;

import static dev.godwit.Types.varchar;
import static dev.godwit.engine.InPhases.FIRST;
import static dev.godwit.engine.InPhases.engine;
import static dev.godwit.engine.InPhases.history;
import static dev.godwit.engine.InPhases.inUse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.InPhases.AddPhone;
import dev.godwit.engine.InPhases.DropNickname;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What breaks a running version is expanded by one release and contracted by a later one. */
class PhasesTest {

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    /** Does not leave what another one drops alone. */
    public static final class OtherNickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("nickname", varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("nickname");
        }
    }

    private static final MigrationSource SECOND = InPhases.then(DropNickname.class);
    private static final MigrationSource THIRD = InPhases.then(DropNickname.class, AddPhone.class);

    @ParameterizedTest
    @MethodSource("databases")
    void anEmptyDatabaseHasNobodyToProtect(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            assertThat(engine(THIRD, database).migrate(Optional.empty()).migrations())
                    .extracting(Executed::state)
                    .containsOnly(MigrationState.APPLIED);
            assertThat(Rows.columns(database, "customers")).doesNotContain("nickname");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theReleaseThatExpandsDoesNotContract(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            Engine engine = engine(SECOND, database);
            assertThat(engine.migrate(Optional.empty()).migrations())
                    .extracting(Executed::state)
                    .containsExactly(MigrationState.EXPANDED);
            assertThat(Rows.columns(database, "customers")).contains("email", "nickname");

            StatementCounter counter = new StatementCounter(ConnectionSource.of(database.dataSource()));
            for (int again = 1; again <= 3; again++) {
                assertThat(Engine.of(SECOND, counter, Quiet.OPTIONS.withPhase(Phase.AUTO))
                                .migrate(Optional.empty())
                                .migrations())
                        .isEmpty();
                assertThat(counter.statements()).hasSize(again);
            }
            assertThat(history(database)).containsExactly("applied", "expanded");
            assertThat(engine.drift().drift().differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aLaterReleaseContractsBeforeItGoesOn(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            database.execute("insert into customers (id, name, nickname) values (3, 'Bo', 'B')");

            Phases atOnce = Quiet.OPTIONS.phases().withQuiet(Duration.ZERO);
            Engine later =
                    Engine.of(THIRD, ConnectionSource.of(database.dataSource()), Quiet.OPTIONS.withPhases(atOnce));
            assertThat(later.migrate(Optional.empty()).migrations())
                    .extracting(Executed::description, Executed::state)
                    .containsExactly(
                            tuple("drop nickname", MigrationState.APPLIED), tuple("add phone", MigrationState.APPLIED));
            assertThat(Rows.columns(database, "customers")).contains("phone").doesNotContain("nickname");

            engine(THIRD, database).rollback(RollbackTarget.steps(2));
            assertThat(Rows.of(database, "select nickname from customers order by id"))
                    .containsExactly("A", "null", "B");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anApplicationThatStartsNeverContractsAndGoesPastWhatItLeavesAlone(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());

            Engine start = engine(THIRD, database, Phase.EXPAND);
            assertThat(start.migrate(Optional.empty()).open())
                    .extracting(OpenPhase::why, OpenPhase::release)
                    .containsExactly(tuple("a later release has come, so it is due", "godwit:migrate"));
            assertThat(history(database)).containsExactly("applied", "expanded", "applied");
            assertThat(Rows.columns(database, "customers")).contains("nickname", "phone");

            engine(THIRD, database).migrate(Optional.empty());
            assertThat(history(database)).containsOnly("applied");
            assertThat(Rows.columns(database, "customers")).doesNotContain("nickname");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWouldDisturbAContractStopsBehindWhatIsDone(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            MigrationSource all = InPhases.then(DropNickname.class, AddPhone.class, OtherNickname.class);
            Engine engine = engine(all, database);

            assertThat(engine.plan(Optional.empty()).stop())
                    .hasValueSatisfying(stop -> assertThat(stop).startsWith("GW3143: Stopped before 20260101000004"));
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3143: Stopped before 20260101000004: 20260101000002 is expanded")
                    .hasMessageContaining("customers.nickname");

            assertThat(history(database)).containsExactly("applied", "expanded", "applied");
            assertThat(engine.status().open())
                    .extracting(OpenPhase::version)
                    .containsExactly("20260101000002", "20260101000004");
            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3143");

            engine(all, database, Phase.CONTRACT).migrate(Optional.empty());
            engine.migrate(Optional.empty());
            assertThat(history(database)).containsOnly("applied");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void allDoesBothAtOnce(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database, Phase.ALL).migrate(Optional.empty());
            assertThat(history(database)).containsOnly("applied");
            assertThat(Rows.columns(database, "customers")).doesNotContain("nickname");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatEndsSaysWhatIsLeftOfIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            MigrationSource source = InPhases.then(AddPhone.class, DropNickname.class);
            List<String> ends = new ArrayList<>();

            telling(ends, source, database, Phase.EXPAND).migrate(Optional.empty());
            assertThat(ends)
                    .containsExactly(
                            "20260101000002 applied (add phone)",
                            "20260101000003 expanded (drop nickname), contract still to come",
                            "1 migration applied, 1 migration expanded");
            ends.clear();
            telling(ends, source, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(ends).containsExactly("20260101000003 applied (drop nickname)", "1 migration applied");
            ends.clear();
            telling(ends, source, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            assertThat(ends)
                    .containsExactly(
                            "20260101000003 rollback expanded (drop nickname), contract still to come",
                            "1 rollback expanded");
            ends.clear();
            telling(ends, source, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(ends).containsExactly("20260101000003 rolled back (drop nickname)", "1 migration rolled back");
        }
    }

    /** An engine that adds the lines with which migrations and runs end, without the run's name and times. */
    private static Engine telling(List<String> ends, MigrationSource source, TestDatabase database, Phase phase) {
        Options options = InPhases.options(phase).withListener(event -> {
            if (event instanceof Event.MigrationEnded || event instanceof Event.RunEnded) {
                ends.add(event.text().replaceAll("^Run [^:]*: | \\[\\d+ ms]$", ""));
            }
        });
        return Engine.of(source, ConnectionSource.of(database.dataSource()), options);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void contractBeginsNothing(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            Engine contract = engine(SECOND, database, Phase.CONTRACT);
            assertThat(contract.migrate(Optional.empty()).migrations()).isEmpty();

            engine(SECOND, database).migrate(Optional.empty());
            assertThat(contract.migrate(Optional.empty()).migrations())
                    .extracting(Executed::state)
                    .containsExactly(MigrationState.APPLIED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theReleaseBeforeStartsOnWhatALaterOneHasExpanded(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            assertThat(engine(FIRST, database).migrate(Optional.empty()).migrations())
                    .isEmpty();

            engine(SECOND, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThatThrownBy(() -> engine(FIRST, database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3037");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goesBackFromBetweenThePhases(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            Engine engine = engine(SECOND, database);
            engine.migrate(Optional.empty());

            assertThat(engine.rollback(RollbackTarget.steps(1)).migrations())
                    .extracting(Executed::state)
                    .containsExactly(MigrationState.UNAPPLIED);
            assertThat(Rows.columns(database, "customers")).contains("nickname").doesNotContain("email");
            assertThat(Rows.of(database, "select nickname from customers order by id"))
                    .containsExactly("A", "null");
            assertThat(engine(FIRST, database).drift().drift().differences()).isEmpty();

            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
            engine(SECOND, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(engine.drift().drift().differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackUnderTrafficIsTheSameTurnedRound(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database, Phase.ALL).migrate(Optional.empty());
            database.execute("update customers set email = 'ada@example.org' where id = 1");

            Engine expand = engine(SECOND, database, Phase.EXPAND);
            assertThat(expand.rollback(RollbackTarget.steps(1)).migrations())
                    .extracting(Executed::state)
                    .containsExactly(MigrationState.RECEDED);
            assertThat(expand.rollback(RollbackTarget.steps(1)).migrations()).isEmpty();
            assertThat(Rows.columns(database, "customers")).contains("nickname", "email");
            assertThat(expand.drift().drift().differences()).isEmpty();
            assertThat(expand.status().migrations())
                    .extracting(MigrationStatus::state)
                    .containsExactly(MigrationState.APPLIED, MigrationState.RECEDED);

            expand.migrate(Optional.empty());
            assertThat(history(database)).containsOnly("applied");
            assertThat(Rows.of(database, "select email from customers where id = 1"))
                    .containsExactly("ada@example.org");
            assertThat(Rows.columns(database, "customers")).doesNotContain("nickname");

            expand.rollback(RollbackTarget.steps(1));
            engine(SECOND, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(history(database)).hasSize(1);
            assertThat(Rows.columns(database, "customers")).contains("nickname").doesNotContain("email");
            assertThat(Rows.of(database, "select nickname from customers order by id"))
                    .containsExactly("A", "null");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPlanTellsWhatIsLeftForLater(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            List<PlannedMigration> planned =
                    engine(SECOND, database).plan(Optional.empty()).migrations();
            assertThat(planned).extracting(PlannedMigration::state).containsExactly(MigrationState.EXPANDED);
            assertThat(planned.get(0).steps()).anyMatch(step -> step.sql().contains("add column email"));
            assertThat(planned.get(0).later()).anyMatch(step -> step.sql().contains("nickname"));
        }
    }
}
