package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.MovedValues;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of which one gets what the other one held: who still writes what goes, what is refused, and why. */
class TableMovesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    private static void people(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("bio", varchar(100))
                        .primaryKey("id"));
    }

    private static void details(NewTable table) {
        table.column("person_id", bigint().notNull())
                .column("bio", varchar(100))
                .primaryKey("person_id")
                .foreignKey("fk_details_person", foreignKey("person_id").references("people", "id"));
    }

    private static Consumer<MovedValues> toDetails() {
        return values -> values.join("id", "person_id").column("bio").newRows();
    }

    private static void split(SchemaChanges schema) {
        schema.createTable("details", TableMovesTest::details);
        schema.moveValues("people", "details", toDetails());
        schema.table("people").dropColumn("bio");
    }

    private static void merge(SchemaChanges schema) {
        schema.table("people").addColumn("bio", varchar(100));
        schema.moveValues("details", "people", v -> v.join("person_id", "id").column("bio"));
        schema.dropTable("details");
    }

    private static Manoeuvre splitting() {
        return Manoeuvre.of("split", TableMovesTest::people, TableMovesTest::split, TableMovesTest::merge);
    }

    /** What was written, and what the plan asks before it contracts. */
    private record Live(Connection connection, Plan plan) {
        void writes(String... statements) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        boolean isOldSideWritten() throws SQLException {
            String seconds = PlanRun.text(plan.gate().watches().get(0).query(), connection);
            return !seconds.equals("null");
        }

        List<String> refusals() {
            return PlanRun.refusals(plan.gate().guards(), connection);
        }
    }

    private interface Body {
        void accept(Live live) throws SQLException;
    }

    private static void expanded(DatabaseKind kind, Manoeuvre manoeuvre, Body body) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
            Plan plan = dialect.plan(manoeuvre.course());
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
            Live live = new Live(connection, plan);
            live.writes("insert into people (id) values (1), (2), (3)");
            PlanRun.run(plan.expand(), connection, dialect);
            body.accept(live);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhetherTheVersionThatIsToGoStillWrites(DatabaseKind kind) throws SQLException {
        expanded(kind, splitting(), live -> {
            live.writes(
                    "insert into details (person_id, bio) values (1, 'A')",
                    "update details set bio = 'B' where person_id = 1",
                    "delete from details where person_id = 1",
                    "insert into people (id) values (4)",
                    "update people set id = 5 where id = 4");
            assertThat(live.isOldSideWritten()).isFalse();
            live.writes("update people set bio = 'C' where id = 2");
            assertThat(live.isOldSideWritten()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsThatOfTheTableThatGoes(DatabaseKind kind) throws SQLException {
        Manoeuvre merging = Manoeuvre.of(
                "merge",
                schema -> {
                    people(schema);
                    split(schema);
                },
                TableMovesTest::merge,
                TableMovesTest::split);
        expanded(kind, merging, live -> {
            live.writes("insert into people (id, bio) values (4, 'A')", "update people set bio = null where id = 4");
            assertThat(live.isOldSideWritten()).isFalse();
            live.writes("update details set bio = 'B' where person_id = 4");
            assertThat(live.isOldSideWritten()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void doesNotContractOverRowsThatSayDifferentThings(DatabaseKind kind) throws SQLException {
        expanded(kind, splitting(), live -> {
            live.writes("update people set bio = 'A' where id = 1");
            assertThat(live.refusals()).isEmpty();
            live.writes(
                    kind == DatabaseKind.POSTGRESQL
                            ? "set session_replication_role = replica; delete from details; set session_replication_role = origin"
                            : "truncate table details");
            assertThat(live.refusals()).singleElement().asString().startsWith("GW3152: people.bio and details.bio ");
            live.writes("update people set bio = 'B' where id = 1");
            assertThat(live.refusals()).isEmpty();
        });
    }

    /** A statement that fails has not done what it was to do when the next one begins. */
    @ParameterizedTest
    @MethodSource("databases")
    void followsTheNextStatementOfASessionWhoseLastOneFailed(DatabaseKind kind) throws SQLException {
        expanded(kind, splitting(), live -> {
            live.writes("update people set bio = 'A' where id = 1", "alter table details add check (bio <> 'bad')");
            assertThatThrownBy(() -> live.writes("update people set bio = 'bad' where id = 1"))
                    .isInstanceOf(SQLException.class);
            live.writes("update people set bio = 'B' where id = 1", "update people set bio = 'C' where id = 2");
            assertThat(PlanRun.text("select bio from details where person_id = 1", live.connection()))
                    .isEqualTo("B");
            assertThat(live.refusals()).isEmpty();
        });
    }

    private static void refused(DatabaseKind kind, String code, String text, Manoeuvre manoeuvre) {
        assertThatThrownBy(() -> Dialects.of(kind).plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void refusesWhatCannotBeKeptInStep(DatabaseKind kind) {
        refused(
                kind,
                "GW3155",
                "schema.moveValues(\"details\", \"people\", v -> v.join(\"person_id\", \"id\").column(\"bio\", \"bio\"));",
                Manoeuvre.of("no way back", TableMovesTest::people, TableMovesTest::split, schema -> {}));
        refused(
                kind,
                "GW3172",
                "no primary or unique key of details consists of [person_id]",
                Manoeuvre.of(
                        "many",
                        schema -> {
                            people(schema);
                            schema.createTable(
                                    "details",
                                    t -> t.column("id", bigint().notNull())
                                            .column("person_id", bigint().notNull())
                                            .primaryKey("id"));
                        },
                        schema -> {
                            schema.table("details").addColumn("bio", varchar(100));
                            schema.moveValues("people", "details", toDetails());
                            schema.table("people").dropColumn("bio");
                        },
                        TableMovesTest::merge));
        refused(
                kind,
                "GW3150",
                "are of different types",
                Manoeuvre.of(
                        "narrower",
                        TableMovesTest::people,
                        schema -> {
                            schema.createTable(
                                    "details",
                                    t -> t.column("person_id", bigint().notNull())
                                            .column("bio", varchar(10))
                                            .primaryKey("person_id"));
                            schema.moveValues("people", "details", toDetails());
                            schema.table("people").dropColumn("bio");
                        },
                        TableMovesTest::merge));
        refused(
                kind,
                "GW3150",
                "table people has no primary key",
                Manoeuvre.of(
                        "without a primary key",
                        schema -> schema.createTable(
                                "people",
                                t -> t.column("id", bigint().notNull())
                                        .column("bio", varchar(100))
                                        .unique(key("id"))),
                        TableMovesTest::split,
                        TableMovesTest::merge));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void refusesPartsThatGoWithoutATriggerKnowing(DatabaseKind kind) {
        refused(
                kind,
                "GW3150",
                "deletes rows of details with those of teams, and fires no trigger then",
                Manoeuvre.of(
                        "cascade",
                        schema -> {
                            people(schema);
                            schema.createTable(
                                    "teams",
                                    t -> t.column("id", bigint().notNull()).primaryKey("id"));
                        },
                        schema -> {
                            schema.createTable("details", t -> {
                                details(t);
                                t.column("team", bigint())
                                        .foreignKey(
                                                "fk_details_team",
                                                foreignKey("team")
                                                        .references("teams", "id")
                                                        .onDelete(CASCADE));
                            });
                            schema.moveValues("people", "details", toDetails());
                            schema.table("people").dropColumn("bio");
                        },
                        TableMovesTest::merge));
    }
}
