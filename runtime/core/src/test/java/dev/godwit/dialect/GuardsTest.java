package dev.godwit.dialect;

import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would fail in the middle because of rows is refused before the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsTest {

    private final Map<DatabaseKind, TestDatabase> databases = new EnumMap<>(DatabaseKind.class);

    GuardsTest() throws SQLException {
        for (DatabaseKind kind : Databases.kinds()) {
            TestDatabase database = Databases.fresh(kind);
            databases.put(kind, database);
            try (Connection connection = database.connect()) {
                Dialect dialect = Dialects.of(connection);
                PlanRun.run(dialect.plan(Shop.changes(), () -> Schema.EMPTY), connection, dialect);
            }
            database.execute(Shop.rows().toArray(String[]::new));
        }
    }

    Set<DatabaseKind> kinds() {
        return databases.keySet();
    }

    @AfterAll
    void closeDatabases() throws SQLException {
        for (TestDatabase database : databases.values()) {
            database.close();
        }
    }

    private List<String> refusals(DatabaseKind kind, Consumer<SchemaChanges> changes) throws SQLException {
        Schema shop = Scenario.replay(Shop.changes(), Schema.EMPTY);
        try (Connection connection = databases.get(kind).connect()) {
            Plan plan = Dialects.of(connection).plan(Scenario.record(changes), () -> shop);
            return PlanRun.refusals(plan, connection);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNotNullColumnNeedsAValueForTheRows(DatabaseKind kind) throws SQLException {
        assertThat(refusals(
                        kind,
                        schema -> schema.table("customers")
                                .addColumn("nick", varchar(9).notNull())))
                .singleElement()
                .asString()
                .startsWith("GW3104: Column customers.nick")
                .contains("@ColumnDefault", "@Backfill", "nullable", "by hand");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aValueForTheRowsIsEnough(DatabaseKind kind) throws SQLException {
        assertThat(refusals(
                        kind,
                        schema -> schema.table("customers")
                                .addColumn("nick", varchar(9).notNull(), "name")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nullsInTheWayAreFoundUnderTheNameOfBefore(DatabaseKind kind) throws SQLException {
        assertThat(refusals(kind, schema -> {
                    schema.renameTable("customers", "clients");
                    schema.table("clients").renameColumn("age", "years");
                    schema.table("clients")
                            .alterColumn("years", integer(), integer().notNull());
                }))
                .singleElement()
                .asString()
                .startsWith("GW3105: Column clients.years");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsThatTheMigrationItselfChangesAreNotAskedAbout(DatabaseKind kind) throws SQLException {
        assertThat(refusals(kind, schema -> {
                    schema.sql("update customers set age = 0 where age is null").noSchemaEffect();
                    schema.table("customers")
                            .alterColumn("age", integer(), integer().notNull());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsThatTheMigrationItselfFillsAreNotAskedAbout(DatabaseKind kind) throws SQLException {
        assertThat(refusals(
                        kind,
                        schema -> schema.table("customers")
                                .backfill("age", "0")
                                .alterColumn("age", integer(), integer().notNull())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aColumnThatTheMigrationAddsIsNotAskedAbout(DatabaseKind kind) throws SQLException {
        assertThat(refusals(kind, schema -> {
                    schema.table("customers").addColumn("nick", varchar(9), "name");
                    schema.table("customers")
                            .alterColumn("nick", varchar(9), varchar(9).notNull());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void longValuesAreInTheWayOfAShorterColumn(DatabaseKind kind) throws SQLException {
        assertThat(refusals(
                        kind,
                        schema -> schema.table("customers")
                                .alterColumn(
                                        "name",
                                        varchar(40).notNull(),
                                        varchar(2).notNull())))
                .singleElement()
                .asString()
                .startsWith("GW3106: Column customers.name is to be shortened to 2");
    }

    @Test
    void aTableThatTheMigrationMakesIsNotAskedAbout() {
        Plan plan = Dialects.of(DatabaseKind.POSTGRESQL)
                .plan(
                        Scenario.record(schema -> {
                            schema.createTable("notes", t -> t.column("id", integer()));
                            schema.table("notes").addColumn("text", varchar(9).notNull());
                        }),
                        () -> Schema.EMPTY);

        assertThat(plan.guards()).extracting(Guard::query).isEmpty();
    }
}
