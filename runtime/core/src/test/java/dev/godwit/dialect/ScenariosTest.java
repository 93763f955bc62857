package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.Checkpoint;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.FillColumn;
import dev.godwit.change.MoveValues;
import dev.godwit.change.NoWayBack;
import dev.godwit.change.Transform;
import dev.godwit.drift.Drift;
import dev.godwit.drift.DriftReader;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each change on each database, with rows in the tables: what comes out is what a new database would have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {

    private final Map<String, TestDatabase> databases = new HashMap<>();

    @Test
    void everyKindOfChangeIsAmongTheScenarios() {
        Set<Class<?>> shown = Scenarios.all().stream()
                .flatMap(scenario -> Stream.concat(scenario.changes().stream(), scenario.inverse().stream()))
                .map(Change::getClass)
                .collect(Collectors.toSet());

        // What changes rows alone, or nothing, has tests of its own, with rows.
        Set<Class<?>> rows = Set.of(
                Transform.class,
                FillColumn.class,
                MoveValues.class,
                ChangeRows.class,
                Checkpoint.class,
                NoWayBack.class);
        assertThat(Arrays.stream(Change.class.getPermittedSubclasses()).filter(kind -> !rows.contains(kind)))
                .allSatisfy(kind -> assertThat(shown).contains(kind));
    }

    @TestFactory
    Stream<DynamicTest> forthAndBack() {
        return Databases.kinds().stream()
                .flatMap(kind -> Scenarios.all().stream()
                        .filter(scenario -> scenario.databases().contains(kind))
                        .map(scenario ->
                                DynamicTest.dynamicTest(kind + ": " + scenario, () -> forthAndBack(kind, scenario))));
    }

    private void forthAndBack(DatabaseKind kind, Scenario scenario) throws SQLException {
        try (Connection connection = emptied(kind, "live")) {
            Dialect dialect = Dialects.of(connection);
            run(Shop.changes(), Schema.EMPTY, connection, dialect);
            LiveSchema before = read(connection);
            execute(Shop.rows(), connection);

            run(scenario.changes(), scenario.before(), connection, dialect);
            assertThat(created(kind, scenario.after())
                            .differenceTo(read(connection))
                            .toString())
                    .as("%s on %s, forth", scenario, kind)
                    .isEmpty();
            Drift drift = new DriftReader(connection, dialect).read(scenario.after());
            assertThat(drift.differences()).as("%s on %s", scenario, kind).isEmpty();
            assertThat(drift.notCompared()).isEmpty();
            assertThat(drift.unmanaged()).isEmpty();

            run(scenario.inverse(), scenario.after(), connection, dialect);
            assertThat(before.differenceTo(read(connection)).toString())
                    .as("%s on %s, back", scenario, kind)
                    .isEmpty();
        }
    }

    /** Runs changes as they are planned; where a guard refuses them because of rows, without rows. */
    private static void run(List<Change> changes, Schema before, Connection connection, Dialect dialect)
            throws SQLException {
        Plan plan = dialect.plan(changes, () -> before);
        if (!PlanRun.refusals(plan, connection).isEmpty()) {
            execute(Shop.noRows(), connection);
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
        }
        PlanRun.run(plan, connection, dialect);
    }

    /** What a database holds in which this schema was made at once. */
    private LiveSchema created(DatabaseKind kind, Schema schema) throws SQLException {
        try (Connection connection = emptied(kind, "created")) {
            run(Scenario.creating(schema), Schema.EMPTY, connection, Dialects.of(connection));
            return read(connection);
        }
    }

    private static LiveSchema read(Connection connection) throws SQLException {
        return Introspector.read(connection).unnamed();
    }

    /** A database of the test's own, emptied, which is faster than a new one. */
    private Connection emptied(DatabaseKind kind, String purpose) throws SQLException {
        String name = kind + purpose;
        if (!databases.containsKey(name)) {
            databases.put(name, Databases.fresh(kind));
        }
        Connection connection = databases.get(name).connect();
        execute(emptying(kind, connection.getCatalog()), connection);
        return connection;
    }

    private static List<String> emptying(DatabaseKind kind, String database) {
        return switch (kind) {
            case POSTGRESQL ->
                List.of("drop schema public cascade", "create schema public", "drop schema if exists side cascade");
            case MARIADB, MYSQL ->
                List.of("drop database " + database, "create database " + database, "use " + database);
            case H2 -> List.of("drop all objects");
        };
    }

    @AfterAll
    void closeDatabases() throws SQLException {
        for (TestDatabase database : databases.values()) {
            database.close();
        }
    }

    private static void execute(List<String> statements, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
