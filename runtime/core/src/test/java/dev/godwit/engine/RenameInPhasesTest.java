package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.InPhases.AddPhone;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.PlanReport;
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

/** One rename from the first release to the last: both versions write meanwhile, and a contract waits for the old one. */
class RenameInPhasesTest {

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .primaryKey("id"));
            schema.table("customers").addIndex("ix_customers_name", "name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    public static final class RenameName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("email", varchar(80)).renameColumn("name", "full_name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").renameColumn("full_name", "name").dropColumn("email");
        }
    }

    /** Reads the column that is being renamed. */
    public static final class Initials implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("initial", varchar(1));
            schema.transform("customers", "id")
                    .read("full_name")
                    .write("initial")
                    .each((row, out) ->
                            out.set("initial", row.text("full_name").orElse("?").substring(0, 1)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("initial");
        }
    }

    private static final MigrationSource FIRST = Ledgers.of(Customers.class);
    private static final MigrationSource SECOND = Ledgers.of(Customers.class, RenameName.class);
    private static final MigrationSource THIRD = Ledgers.of(Customers.class, RenameName.class, AddPhone.class);

    private static Engine engine(MigrationSource source, TestDatabase database, Duration quiet) {
        Phases phases = Phases.DEFAULT.withQuiet(quiet);
        return Engine.of(source, ConnectionSource.of(database.dataSource()), Quiet.OPTIONS.withPhases(phases));
    }

    private static Engine engine(MigrationSource source, TestDatabase database) {
        return engine(source, database, Duration.ofMillis(1));
    }

    private static Engine engine(MigrationSource source, TestDatabase database, Phase phase) {
        return Engine.of(source, ConnectionSource.of(database.dataSource()), Quiet.OPTIONS.withPhase(phase));
    }

    private static TestDatabase inUse(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        engine(FIRST, database).migrate(Optional.empty());
        database.execute("insert into customers (id, name) values (1, 'Ada'), (2, 'Bo'), (3, 'Cher'), (4, 'Dee')");
        return database;
    }

    /** Writes as somebody may who knows how to get around triggers. */
    private static void behindTheTriggers(TestDatabase database, String sql) throws SQLException {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.execute(
                    "set session_replication_role = replica; %s; set session_replication_role = origin".formatted(sql));
            return;
        }
        List<String> triggers = Rows.of(
                database,
                "select trigger_name from information_schema.triggers where trigger_schema = database()"
                        + " and event_manipulation = 'UPDATE' order by action_order");
        List<String> definitions = new ArrayList<>();
        for (String trigger : triggers) {
            definitions.add(Rows.of(
                            database,
                            "select concat('create trigger ', trigger_name, ' ', action_timing, ' update on ',"
                                    + " event_object_table, ' for each row ', action_statement)"
                                    + " from information_schema.triggers where trigger_name = '" + trigger + "'")
                    .get(0));
            database.execute("drop trigger " + trigger);
        }
        database.execute(sql);
        for (String definition : definitions) {
            database.execute(definition);
        }
    }

    private static List<String> history(TestDatabase database) throws SQLException {
        return Rows.of(database, "select state from godwit_history order by version");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void bothVersionsWriteBetweenThePhases(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            database.execute(
                    "insert into customers (id, name) values (5, 'Eve')",
                    "insert into customers (id, full_name) values (6, 'Flo')",
                    "update customers set name = 'Ada L' where id = 1",
                    "update customers set full_name = 'Bo D' where id = 2");
            assertThat(Rows.of(database, "select id, name, full_name from customers order by id"))
                    .containsExactly(
                            "1|Ada L|Ada L", "2|Bo D|Bo D", "3|Cher|Cher", "4|Dee|Dee", "5|Eve|Eve", "6|Flo|Flo");
            assertThat(engine(SECOND, database).drift().drift().differences()).isEmpty();

            assertThat(engine(THIRD, database, Phase.ALL)
                            .migrate(Optional.empty())
                            .migrations())
                    .extracting(Executed::description)
                    .containsExactly("rename name", "add phone");
            assertThat(Rows.columns(database, "customers"))
                    .containsExactlyInAnyOrder("id", "full_name", "email", "phone");
            assertThat(engine(THIRD, database).drift().drift().differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContractWaitsWhileTheOldVersionWrites(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            database.execute("update customers set name = 'Ada L' where id = 1");

            Engine waiting = engine(THIRD, database, Duration.ofMinutes(10));
            PlanReport plan = waiting.plan(Optional.empty());
            assertThat(plan.migrations())
                    .extracting(PlannedMigration::description)
                    .containsExactly("add phone");
            assertThat(plan.held())
                    .extracting(OpenPhase::text)
                    .singleElement()
                    .asString()
                    .contains("rename name is held back", "was written by the old version");
            assertThat(waiting.migrate(Optional.empty()).migrations())
                    .extracting(Executed::description)
                    .containsExactly("add phone");
            assertThat(history(database)).containsExactly("applied", "expanded", "applied");
            assertThat(waiting.status().open())
                    .extracting(OpenPhase::why)
                    .allSatisfy(why -> assertThat(why).contains("was written by the old version"));

            assertThat(engine(THIRD, database, Phase.CONTRACT)
                            .plan(Optional.empty())
                            .held())
                    .isEmpty();
            engine(THIRD, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(history(database)).containsOnly("applied");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void thePlanStopsWhereTheRunStopsBehindAContractThatWaits(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            database.execute("update customers set name = 'Ada L' where id = 1");

            MigrationSource both = Ledgers.of(Customers.class, RenameName.class, Initials.class);
            Engine waiting = engine(both, database, Duration.ofMinutes(10));
            PlanReport plan = waiting.plan(Optional.empty());
            assertThat(plan.held()).hasSize(1);
            assertThat(plan.migrations()).isEmpty();
            assertThat(plan.stop()).get().asString().startsWith("GW3143");
            assertThatThrownBy(() -> waiting.migrate(Optional.empty())).hasMessageStartingWith("GW3143");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anotherMigrationThatReadsTheColumnWaitsForTheContract(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            MigrationSource both = Ledgers.of(Customers.class, RenameName.class, Initials.class);
            assertThatThrownBy(() -> engine(both, database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3143: Stopped before 20260101000003");
            assertThat(history(database)).containsExactly("applied", "expanded");
            engine(both, database, Phase.CONTRACT).migrate(Optional.empty());
            engine(both, database).migrate(Optional.empty());
            assertThat(Rows.of(database, "select initial from customers order by id"))
                    .containsExactly("A", "B", "C", "D");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goesBackAtEachMoment(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            database.execute("insert into customers (id, full_name) values (6, 'Flo')");
            engine(SECOND, database).rollback(RollbackTarget.steps(1));
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name");
            assertThat(Rows.of(database, "select name from customers where id = 6"))
                    .containsExactly("Flo");
            assertThat(engine(FIRST, database).drift().drift().differences()).isEmpty();

            engine(SECOND, database, Phase.ALL).migrate(Optional.empty());
            engine(SECOND, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            database.execute(
                    "insert into customers (id, name) values (7, 'Gil')",
                    "insert into customers (id, full_name) values (8, 'Hal')");
            assertThat(Rows.of(database, "select name, full_name from customers where id > 6 order by id"))
                    .containsExactly("Gil|Gil", "Hal|Hal");
            engine(SECOND, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name");
            assertThat(engine(FIRST, database).drift().drift().differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsThatDisagreeKeepTheContractBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            engine(SECOND, database).migrate(Optional.empty());
            behindTheTriggers(database, "update customers set name = 'Zoe' where id = 3");

            assertThatThrownBy(() -> engine(SECOND, database, Phase.CONTRACT).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3152")
                    .hasMessageContaining("3");
            assertThat(history(database)).containsExactly("applied", "expanded");

            database.execute("update customers set full_name = 'Zo' where id = 3");
            engine(SECOND, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(Rows.of(database, "select full_name from customers where id = 3"))
                    .containsExactly("Zo");
            assertThat(engine(SECOND, database).status().migrations())
                    .allMatch(migration -> migration.state() == MigrationState.APPLIED);
        }
    }
}
