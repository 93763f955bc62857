package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interruptions that a rerun cannot settle alone, where DDL commits by itself. */
class RepairTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.POSTGRESQL)
                .toList();
    }

    /** Does what it does without a word about how to go on. */
    public static final class Silent implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("create table by_hand (id integer)").noSchemaEffect();
            schema.createTable(
                    "behind", t -> t.column("id", Types.bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("behind");
            schema.sql("drop table by_hand").noSchemaEffect();
        }
    }

    /** The same with another end. */
    public static final class OtherEnd implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("create table by_hand (id integer)").noSchemaEffect();
            schema.createTable(
                    "behind", t -> t.column("id", Types.varchar(9).notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("behind");
        }
    }

    /** Another beginning. */
    public static final class OtherBeginning implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("create table by_hand (id integer, name varchar(9))").noSchemaEffect();
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void stop(TestDatabase database, Class<? extends Event> at, int ordinal) {
        int[] left = {ordinal};
        Options options = Quiet.OPTIONS.withListener(event -> {
            if (at.isInstance(event) && --left[0] == 0) {
                throw new Crash();
            }
        });
        Engine engine = Engine.of(Ledgers.of(Silent.class), ConnectionSource.of(database.dataSource()), options);
        assertThatThrownBy(() -> engine.migrate(Optional.empty())).isInstanceOf(Crash.class);
    }

    private static Engine engine(TestDatabase database) {
        return Quiet.engine(Ledgers.of(Silent.class), database);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goesOnBehindAStepOfWhichAUserSaysThatItTookEffect(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            stop(database, Event.StepEnded.class, 1);
            assertThatThrownBy(() -> engine(database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3051: 20260101000001 was interrupted inside");
            assertThat(engine(database).status().migrations().get(0).state()).isEqualTo(MigrationState.INTERRUPTED);
            assertThat(engine(database).interruptedStep())
                    .hasValueSatisfying(step -> assertThat(step).contains("create table by_hand"));

            assertThat(engine(database).repair(Answer.DONE)).contains("create table by_hand");

            assertThat(engine(database).interruptedStep()).isEmpty();

            assertThat(engine(database).migrate(Optional.empty()).migrations()).hasSize(1);
            assertThat(Rows.tables(database)).contains("by_hand", "behind");
            assertThatThrownBy(() -> engine(database).repair(Answer.DONE)).hasMessageStartingWith("GW3059");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void executesAgainAStepOfWhichAUserSaysThatItDidNot(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            stop(database, Event.StepStarted.class, 1);

            engine(database).repair(Answer.UNDONE);

            assertThat(engine(database).migrate(Optional.empty()).migrations()).hasSize(1);
            assertThat(Rows.tables(database)).contains("by_hand", "behind");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anAnswerForTheLastStepIsEnough(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            MigrationSource source = Ledgers.of(OtherBeginning.class);
            Options options = Quiet.OPTIONS.withListener(event -> {
                if (event instanceof Event.StepEnded) {
                    throw new Crash();
                }
            });
            assertThatThrownBy(() -> Engine.of(source, ConnectionSource.of(database.dataSource()), options)
                            .migrate(Optional.empty()))
                    .isInstanceOf(Crash.class);
            Quiet.engine(source, database).repair(Answer.DONE);

            assertThat(Quiet.engine(source, database).migrate(Optional.empty()).migrations())
                    .hasSize(1);
            assertThat(Quiet.engine(source, database).status().isUpToDate()).isTrue();
            assertThat(Quiet.engine(source, database).migrate(Optional.empty()).migrations())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsNotYetExecutedMayBeEditedAndNothingElse(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            stop(database, Event.StepStarted.class, 2);

            Ledger beginning = Ledgers.ledger(List.of(OtherBeginning.class));
            assertThatThrownBy(
                            () -> Quiet.engine(Ledgers.of(beginning), database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3050: 20260101000001 was interrupted, and step 1");
            Ledger end = Ledgers.ledger(List.of(OtherEnd.class));
            assertThatThrownBy(() -> Quiet.engine(Ledgers.of(end), database).migrate(Optional.empty()))
                    .as("begun, and nobody knows how it ended")
                    .hasMessageStartingWith("GW3050: 20260101000001 was interrupted, and step 2");
            engine(database).repair(Answer.UNDONE);

            assertThat(Quiet.engine(Ledgers.of(end), database)
                            .migrate(Optional.empty())
                            .migrations())
                    .hasSize(1);
            database.execute("insert into behind (id) values ('text')");
        }
    }
}
