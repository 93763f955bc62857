package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Work;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An inheritance strategy that changes in phases: who still writes what goes, what is refused, and why. */
class HierarchyTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    private static void animals(SchemaChanges schema) {
        schema.createTable(
                "animals",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(9))
                        .primaryKey("id"));
    }

    private static void cats(NewTable table) {
        table.column("id", bigint().notNull())
                .column("lives", integer().notNull())
                .primaryKey("id")
                .foreignKey("fk_cats", foreignKey("id").references("animals", "id"));
    }

    private static void joined(SchemaChanges schema) {
        animals(schema);
        schema.createTable("cats", HierarchyTest::cats);
    }

    private static void merge(SchemaChanges schema) {
        schema.table("animals")
                .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                .addColumn("lives", integer());
        move(schema);
        schema.dropTable("cats");
    }

    private static void move(SchemaChanges schema) {
        schema.moveValues(
                "cats", "animals", v -> v.join("id", "id").column("lives").marks("dtype", "Cat"));
    }

    private static void split(SchemaChanges schema) {
        schema.createTable("cats", HierarchyTest::cats);
        schema.moveValues(
                "animals", "cats", v -> v.join("id", "id").column("lives").newRows("dtype", "Cat"));
        schema.table("animals").dropColumn("lives").dropColumn("dtype");
    }

    private static Manoeuvre merging() {
        return Manoeuvre.of("merge", HierarchyTest::joined, HierarchyTest::merge, HierarchyTest::split);
    }

    private static Manoeuvre splitting() {
        return Manoeuvre.of(
                "split",
                schema -> {
                    animals(schema);
                    schema.table("animals")
                            .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                            .addColumn("lives", integer());
                },
                HierarchyTest::split,
                HierarchyTest::merge);
    }

    private interface Body {
        void accept(Connection connection, Plan plan) throws SQLException;
    }

    private static void with(DatabaseKind kind, Manoeuvre manoeuvre, Body body) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
            body.accept(connection, dialect.plan(manoeuvre.course()));
        }
    }

    private static void expanded(DatabaseKind kind, Manoeuvre manoeuvre, Body body) throws SQLException {
        with(kind, manoeuvre, (connection, plan) -> {
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
            PlanRun.run(plan.expand(), connection, Dialects.of(connection));
            body.accept(connection, plan);
        });
    }

    private static void writes(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> rows(String query, Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    private static boolean isOldSideWritten(Connection connection, Plan plan) throws SQLException {
        return !PlanRun.text(plan.gate().watches().get(0).query(), connection).equals("null");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhetherJoinedTablesThatGoAreStillWritten(DatabaseKind kind) throws SQLException {
        expanded(kind, merging(), (connection, plan) -> {
            writes(
                    connection,
                    "insert into animals (id, dtype, lives) values (1, 'Cat', 9)",
                    "update animals set lives = 8 where id = 1",
                    "delete from animals where id = 1",
                    "insert into animals (id, dtype, lives) values (2, 'Cat', 9)");
            assertThat(isOldSideWritten(connection, plan)).isFalse();
            writes(connection, "update cats set lives = 7 where id = 2");
            assertThat(isOldSideWritten(connection, plan)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhetherASingleTableThatGoesIsStillWritten(DatabaseKind kind) throws SQLException {
        expanded(kind, splitting(), (connection, plan) -> {
            writes(
                    connection,
                    "insert into animals (id) values (1)",
                    "insert into cats (id, lives) values (1, 9)",
                    "update cats set lives = 8 where id = 1",
                    "delete from cats where id = 1",
                    "insert into animals (id, name) values (2, 'b')");
            assertThat(isOldSideWritten(connection, plan)).isFalse();
            writes(connection, "insert into animals (id, dtype, lives) values (3, 'Cat', 9)");
            assertThat(isOldSideWritten(connection, plan)).isTrue();
        });
    }

    /** A statement that fails has not done what it was to do when the next one begins. */
    @ParameterizedTest
    @MethodSource("databases")
    void followsTheNextStatementOfASessionWhoseLastOneFailed(DatabaseKind kind) throws SQLException {
        expanded(kind, merging(), (connection, plan) -> {
            writes(
                    connection,
                    "insert into animals (id) values (1)",
                    "insert into cats (id, lives) values (1, 9)",
                    "alter table cats add check (lives <> 13)");
            assertThatThrownBy(() -> writes(connection, "update animals set lives = 13 where id = 1"))
                    .isInstanceOf(SQLException.class);
            writes(connection, "update animals set lives = 5 where id = 1");
            assertThat(PlanRun.text("select lives from cats where id = 1", connection))
                    .isEqualTo("5");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
        });
    }

    /** What the single table leaves out, a column of the other one cannot. */
    @ParameterizedTest
    @MethodSource("databases")
    void standsInForAValueThatIsLeftOut(DatabaseKind kind) throws SQLException {
        expanded(kind, merging(), (connection, plan) -> {
            writes(connection, "insert into animals (id, dtype) values (1, 'Cat')");
            assertThat(PlanRun.text("select lives from cats where id = 1", connection))
                    .isEqualTo("0");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
        });
    }

    /** Rows that the fill has not reached yet are taken for nothing that they are not. */
    @ParameterizedTest
    @MethodSource("databases")
    void followsRowsThatAreNotFilledYet(DatabaseKind kind) throws SQLException {
        Manoeuvre manoeuvre = HierarchyManoeuvres.toSingleTable();
        with(kind, manoeuvre, (connection, plan) -> {
            writes(connection, manoeuvre.rows().toArray(String[]::new));
            Dialect dialect = Dialects.of(connection);
            int fill = (int) plan.expand().stream()
                    .takeWhile(group -> group.steps().stream().noneMatch(step -> step.work() instanceof Work.Fill))
                    .count();
            assertThat(fill).isLessThan(plan.expand().size());
            PlanRun.run(plan.expand().subList(0, fill), connection, dialect);
            assertThat(PlanRun.text("select dtype from animals where id = 3", connection))
                    .isEqualTo("Animal");
            writes(
                    connection,
                    "update cats set lives = 4 where id = 3",
                    "update house_cats set toy = 'string' where id = 6",
                    "insert into house_cats (id, toy) values (2, 'new')",
                    "delete from dogs where id = 5",
                    "update animals set name = 'x' where id = 4");
            String[] seen = {"2|9|red|new", "3|4|null|ball", "6|7|grey|string"};
            String parts =
                    "select c.id, c.lives, c.colour, h.toy from cats c join house_cats h on h.id = c.id order by c.id";
            assertThat(rows(parts, connection)).containsExactly(seen);
            PlanRun.run(plan.expand().subList(fill, plan.expand().size()), connection, dialect);
            assertThat(rows(parts, connection)).containsExactly(seen);
            assertThat(rows(
                            "select id, lives, colour, toy from animals where dtype = 'HouseCat' order by id",
                            connection))
                    .containsExactly(seen);
            assertThat(rows("select id, dtype, colour from animals where id in (4, 5) order by id", connection))
                    .containsExactly("4|Dog|black", "5|Animal|null");
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsTriggersOfOthers(DatabaseKind kind) throws SQLException {
        with(kind, merging(), (connection, plan) -> {
            if (kind == DatabaseKind.POSTGRESQL) {
                writes(
                        connection,
                        "create function own() returns trigger language plpgsql as 'begin new.lives := 9; return new; end'",
                        "create trigger own before insert on cats for each row execute function own()");
            } else {
                writes(connection, "create trigger own before insert on cats for each row set new.lives = 9");
            }
            assertThat(PlanRun.refusals(plan, connection))
                    .singleElement()
                    .asString()
                    .startsWith("GW3153: ")
                    .contains("cats.lives");
        });
    }

    private static void refused(DatabaseKind kind, String code, String text, Manoeuvre manoeuvre) {
        assertThatThrownBy(() -> Dialects.of(kind).plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(text);
        assertThat(Dialects.of(kind).plan(manoeuvre.up(), manoeuvre::before).groups())
                .isNotEmpty();
    }

    private static Manoeuvre merging(Consumer<SchemaChanges> setUp, Consumer<SchemaChanges> up) {
        return Manoeuvre.of("refused", setUp, up, HierarchyTest::split);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void refusesWhatCannotBeKeptInStep(DatabaseKind kind) {
        refused(
                kind,
                "GW3155",
                "schema.moveValues(\"animals\", \"cats\", v -> v.join(\"id\", \"id\").column(\"lives\", \"lives\")"
                        + ".newRows(\"dtype\", …));",
                Manoeuvre.of("no way back", HierarchyTest::joined, HierarchyTest::merge, schema -> {}));
        refused(
                kind,
                "GW3177",
                "both versions write animals.dtype",
                merging(
                        schema -> {
                            joined(schema);
                            schema.table("animals")
                                    .addColumn("dtype", varchar(31).notNull(), "'Animal'");
                        },
                        schema -> {
                            schema.table("animals").addColumn("lives", integer());
                            move(schema);
                            schema.dropTable("cats");
                        }));
        refused(kind, "GW3150", "are of different types", merging(HierarchyTest::joined, schema -> {
            schema.table("animals")
                    .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                    .addColumn("lives", bigint());
            move(schema);
            schema.dropTable("cats");
        }));
        refused(kind, "GW3150", "animals.lives is NOT NULL or has a default", merging(HierarchyTest::joined, schema -> {
            schema.table("animals")
                    .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                    .addColumn("lives", integer().notNull(), "0");
            move(schema);
            schema.dropTable("cats");
        }));
        refused(kind, "GW3150", "animals.lives is NOT NULL or has a default", merging(HierarchyTest::joined, schema -> {
            schema.table("animals")
                    .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                    .addColumn("lives", integer());
            move(schema);
            schema.table("animals").alterColumn("lives", integer(), integer().notNull());
            schema.dropTable("cats");
        }));
        refused(
                kind,
                "GW3150",
                "[lives] is a key of cats, and nothing keeps the version that writes animals from giving a value twice",
                merging(
                        schema -> {
                            joined(schema);
                            schema.table("cats").addUnique(key("lives").named("uk_lives"));
                        },
                        HierarchyTest::merge));
        refused(
                kind,
                "GW3150",
                "cats.chip is NOT NULL and has no default",
                merging(
                        schema -> {
                            animals(schema);
                            schema.createTable("cats", t -> {
                                cats(t);
                                t.column("chip", bigint().notNull());
                            });
                        },
                        HierarchyTest::merge));
    }

    /** Rows of several tables may hold the same value, which a key of the one table forbids. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void refusesAKeyThatSeveralClassesShare(DatabaseKind kind) {
        refused(
                kind,
                "GW3150",
                "[lives] is a key of animals, and several tables have values for it",
                Manoeuvre.of(
                        "shared",
                        schema -> {
                            animals(schema);
                            for (String table : List.of("cats", "dogs")) {
                                schema.createTable(
                                        table,
                                        t -> t.column("id", bigint().notNull())
                                                .column("lives", integer())
                                                .primaryKey("id")
                                                .unique(key("lives").named("uk_" + table)));
                            }
                        },
                        schema -> {
                            schema.table("animals")
                                    .addColumn("dtype", varchar(31).notNull(), "'Animal'")
                                    .addColumn("lives", integer());
                            move(schema);
                            schema.moveValues(
                                    "dogs",
                                    "animals",
                                    v -> v.join("id", "id").column("lives").marks("dtype", "Dog"));
                            schema.table("animals").addUnique(key("lives").named("uk_lives"));
                            schema.dropTable("cats");
                            schema.dropTable("dogs");
                        },
                        schema -> {
                            for (String table : List.of("cats", "dogs")) {
                                schema.createTable(
                                        table,
                                        t -> t.column("id", bigint().notNull())
                                                .column("lives", integer())
                                                .primaryKey("id")
                                                .unique(key("lives").named("uk_" + table)));
                                schema.moveValues(
                                        "animals",
                                        table,
                                        v -> v.join("id", "id")
                                                .column("lives")
                                                .newRows("dtype", table.equals("cats") ? "Cat" : "Dog"));
                            }
                            schema.table("animals")
                                    .dropUnique(key("lives").named("uk_lives"))
                                    .dropColumn("lives")
                                    .dropColumn("dtype");
                        }));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void refusesPartsThatGoWithoutATriggerKnowing(DatabaseKind kind) {
        refused(
                kind,
                "GW3150",
                "deletes rows of cats with those of homes, and fires no trigger then",
                merging(
                        schema -> {
                            animals(schema);
                            schema.createTable(
                                    "homes",
                                    t -> t.column("id", bigint().notNull()).primaryKey("id"));
                            schema.createTable("cats", t -> {
                                cats(t);
                                t.column("home", bigint())
                                        .foreignKey(
                                                "fk_cats_home",
                                                foreignKey("home")
                                                        .references("homes", "id")
                                                        .onDelete(CASCADE));
                            });
                        },
                        HierarchyTest::merge));
    }

    /** A foreign key of a table that goes is dropped first in the migration, and another one deletes with it until contract. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void deletesOwnersThatCascadeWithPartsWhoseForeignKeyGoes(DatabaseKind kind) {
        Manoeuvre manoeuvre = merging(
                schema -> {
                    schema.createTable(
                            "homes", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                    joined(schema);
                    schema.table("animals")
                            .addColumn("home", bigint())
                            .addForeignKey(
                                    "fk_home",
                                    foreignKey("home").references("homes", "id").onDelete(CASCADE));
                },
                schema -> {
                    schema.table("cats").dropForeignKey("fk_cats");
                    merge(schema);
                });
        assertThat(Dialects.of(kind).plan(manoeuvre.course()).steps()).isNotEmpty();
    }

    /** It deletes with the owner what the old version has of it, and goes when that one does. */
    @ParameterizedTest
    @MethodSource("databases")
    void keepsAForeignKeyThatCascadesUntilItsTableGoes(DatabaseKind kind) throws SQLException {
        Manoeuvre manoeuvre = merging(
                schema -> {
                    schema.createTable(
                            "homes", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                    joined(schema);
                    schema.table("animals")
                            .addColumn("home", bigint())
                            .addForeignKey(
                                    "fk_home",
                                    foreignKey("home").references("homes", "id").onDelete(CASCADE));
                    schema.table("cats")
                            .dropForeignKey("fk_cats")
                            .addForeignKey(
                                    "fk_cats",
                                    foreignKey("id").references("animals", "id").onDelete(CASCADE));
                },
                schema -> {
                    schema.table("cats").dropForeignKey("fk_cats");
                    merge(schema);
                });
        expanded(kind, manoeuvre, (connection, plan) -> {
            writes(
                    connection,
                    "insert into homes (id) values (1)",
                    "insert into animals (id, dtype, lives, home) values (1, 'Cat', 9, 1), (2, 'Cat', 8, null)",
                    "delete from homes where id = 1");
            assertThat(rows("select id from cats", connection)).containsExactly("2");
            PlanRun.run(plan.contract(), connection, Dialects.of(connection));
            assertThat(rows("select id, dtype, lives from animals", connection)).containsExactly("2|Cat|8");
        });
    }
}
