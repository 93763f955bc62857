package dev.godwit.dialect;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Course;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused where two versions are to live at once. */
class PhasedGuardsTest {

    private static final Consumer<SchemaChanges> PEOPLE = schema -> schema.createTable(
            "people",
            t -> t.column("id", bigint().notNull())
                    .column("name", varchar(40).notNull())
                    .primaryKey("id"));

    private static Plan plan(DatabaseKind kind, Consumer<SchemaChanges> up) {
        Manoeuvre manoeuvre = Manoeuvre.of("test", PEOPLE, up, schema -> {});
        return Dialects.of(kind).plan(manoeuvre.course());
    }

    private static Plan rename(DatabaseKind kind) {
        return plan(kind, schema -> schema.table("people").renameColumn("name", "full_name"));
    }

    private static void create(Connection connection, DatabaseKind kind) throws SQLException {
        Dialect dialect = Dialects.of(kind);
        PlanRun.run(dialect.plan(Scenario.record(PEOPLE), () -> Schema.EMPTY), connection, dialect);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void triggersOfOthersThatNameTheColumn(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            create(connection, kind);
            assertThat(PlanRun.refusals(rename(kind), connection)).isEmpty();
            if (kind == DatabaseKind.POSTGRESQL) {
                database.execute(
                        "create function f() returns trigger language plpgsql as 'begin new.name := lower(new.name); return new; end'",
                        "create trigger trim_it before insert on people for each row execute function f()");
            } else {
                database.execute(
                        "create trigger trim_it before insert on people for each row set new.name = lower(new.name)");
            }
            assertThat(PlanRun.refusals(rename(kind), connection))
                    .singleElement()
                    .asString()
                    .startsWith("GW3153");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void rowsThatCameApartAreFoundBeforeAnythingIsContracted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            create(connection, kind);
            database.execute("insert into people (id, name) values (1, 'Ann'), (2, 'Bob')");
            Plan plan = rename(kind);
            PlanRun.run(plan.expand(), connection, Dialects.of(kind));
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();

            if (kind == DatabaseKind.POSTGRESQL) {
                database.execute(
                        "alter table people disable trigger user",
                        "update people set name = 'ann' where id = 1",
                        "alter table people enable trigger user");
            } else {
                String update =
                        "select trigger_name from information_schema.triggers where trigger_schema = database() and event_manipulation = 'UPDATE'";
                database.execute("drop trigger " + PlanRun.text(update, connection));
                database.execute("update people set name = 'ann' where id = 1");
            }

            assertThat(PlanRun.refusals(plan.gate().guards(), connection))
                    .singleElement()
                    .asString()
                    .startsWith("GW3152");
            Guard guard = plan.gate().guards().get(0);
            assertThat(PlanRun.text(guard.rows().orElseThrow(), connection)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theOldSideIsWatched(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            create(connection, kind);
            database.execute("insert into people (id, name) values (1, 'Ann')");
            Plan plan = rename(kind);
            PlanRun.run(plan.expand(), connection, Dialects.of(kind));
            String query = plan.gate().watches().get(0).query();

            database.execute(
                    "insert into people (id, full_name) values (2, 'Bob')",
                    "update people set full_name = 'Cid' where id = 2");
            assertThat(PlanRun.text(query, connection)).isEqualTo("null");
            database.execute("update people set name = 'Dan' where id = 2");
            assertThat(PlanRun.text(query, connection)).matches("[0-9]");
        }
    }

    @Test
    void triggersNeedPrivileges() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL);
                Connection connection = database.connect()) {
            create(connection, DatabaseKind.POSTGRESQL);
            String role = "deployer_" + ProcessHandle.current().pid();
            database.execute("create role " + role, "alter table people owner to " + role);
            try {
                execute(connection, "set role " + role);
                assertThat(PlanRun.refusals(rename(DatabaseKind.POSTGRESQL), connection))
                        .singleElement()
                        .asString()
                        .startsWith("GW3156");
            } finally {
                execute(connection, "reset role", "drop table people", "drop role " + role);
            }
        }
    }

    @Test
    void triggersOfValuesThatMoveNeedPrivileges() throws SQLException {
        Dialect dialect = Dialects.of(DatabaseKind.POSTGRESQL);
        for (Manoeuvre manoeuvre : MoveManoeuvres.all()) {
            try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL);
                    Connection connection = database.connect()) {
                PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
                String role = "mover_" + ProcessHandle.current().pid();
                database.execute("create role " + role, "grant usage on schema public to " + role);
                database.execute("grant select on all tables in schema public to " + role);
                try {
                    execute(connection, "set role " + role);
                    assertThat(PlanRun.refusals(dialect.plan(manoeuvre.course()), connection))
                            .as(manoeuvre.name())
                            .singleElement()
                            .asString()
                            .startsWith("GW3156");
                } finally {
                    execute(connection, "reset role", "drop owned by " + role, "drop role " + role);
                }
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aGeneratedColumnHasNoTwin() {
        for (DatabaseKind kind : List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.MYSQL)) {
            Manoeuvre manoeuvre = Manoeuvre.of(
                    "test",
                    schema -> schema.createTable(
                            "people",
                            t -> t.column("id", bigint().notNull())
                                    .column("twice", bigint().generatedAs("id * 2"))
                                    .primaryKey("id")),
                    schema -> schema.table("people").renameColumn("twice", "double_id"),
                    schema -> {});
            Course course = manoeuvre.course();
            assertThatThrownBy(() -> Dialects.of(kind).plan(course)).hasMessageStartingWith("GW3150");
        }
    }

    private static void refused(String code, Consumer<SchemaChanges> setUp, Consumer<SchemaChanges> up) {
        for (DatabaseKind kind : List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.MYSQL)) {
            Course course = Manoeuvre.of("test", setUp, up, schema -> {}).course();
            assertThatThrownBy(() -> Dialects.of(kind).plan(course))
                    .as(kind.toString())
                    .hasMessageStartingWith(code);
        }
    }

    @Test
    void whatTwoVersionsCannotLiveWithIsRefused() {
        refused(
                "GW3150",
                PEOPLE,
                schema -> schema.table("people").alterColumn("name", varchar(40).notNull(), bigint().notNull(), "1"));
        refused("GW3150", PEOPLE, schema -> schema.table("people").dropPrimaryKey());
        refused(
                "GW3151",
                PEOPLE,
                schema -> schema.table("people").dropColumn("name").addColumn("name", bigint()));
        refused(
                "GW3155",
                PEOPLE,
                schema -> schema.table("people")
                        .addColumn("first_name", varchar(40), "lower(name)")
                        .dropColumn("name"));
        refused(
                "GW3157",
                PEOPLE,
                schema -> schema.table("people").addColumn("nick", varchar(9).notNull()));
    }
}
