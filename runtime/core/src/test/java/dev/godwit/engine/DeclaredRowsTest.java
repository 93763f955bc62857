package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.date;
import static dev.godwit.Types.doublePrecision;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.floating;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.json;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.ordinalOf;
import static dev.godwit.Types.time;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.timestampWithTimeZone;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varbinary;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that belong to the schema, brought forth and back. */
class DeclaredRowsTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Countries implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "countries",
                    t -> t.column("code", varchar(2).notNull())
                            .column("name", varchar(60).notNull())
                            .column("eu", bool())
                            .primaryKey("code"));
            schema.rows(
                    "countries",
                    r -> r.key("code")
                            .columns("code", "name", "eu")
                            .insert("CI", "Côte d'Ivoire", null)
                            .insert("DE", "Germany", "true")
                            .insert("GB", "Great \\Britain", "true")
                            .insert("SU", "Soviet Union", "false"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("countries");
        }
    }

    public static final class Brexit implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("countries").addColumn("iso", varchar(3));
            schema.rows(
                    "countries",
                    r -> r.key("code")
                            .columns("code", "name", "eu")
                            .columnsAfter("code", "name", "eu", "iso")
                            .update("CI", "Côte d'Ivoire", null)
                            .to("CI", "Côte d'Ivoire", null, "CIV")
                            .update("DE", "Germany", "true")
                            .to("DE", "Germany", "true", "DEU")
                            .update("GB", "Great \\Britain", "true")
                            .to("GB", "United Kingdom", "false", "GBR")
                            .insert("UA", "Ukraine", "false", null)
                            .delete("SU", "Soviet Union", "false"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.rows(
                    "countries",
                    r -> r.key("code")
                            .columns("code", "name", "eu", "iso")
                            .columnsAfter("code", "name", "eu")
                            .insert("SU", "Soviet Union", "false")
                            .delete("UA", "Ukraine", "false", null)
                            .update("GB", "United Kingdom", "false", "GBR")
                            .to("GB", "Great \\Britain", "true"));
            schema.table("countries").dropColumn("iso");
        }
    }

    private static final List<String> BEFORE =
            List.of("CI|Côte d'Ivoire|-", "DE|Germany|yes", "GB|Great \\Britain|yes", "SU|Soviet Union|no");

    private static List<String> countries(TestDatabase database) throws SQLException {
        return Rows.of(
                database,
                "select code, name, case when eu is null then '-' when eu = true then 'yes' else 'no' end"
                        + " from countries order by code");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areBroughtForthAndBackAndForth(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Countries.class, Brexit.class), database);
            engine.migrate(Optional.empty());
            List<String> after =
                    List.of("CI|Côte d'Ivoire|-", "DE|Germany|yes", "GB|United Kingdom|no", "UA|Ukraine|no");
            assertThat(countries(database)).isEqualTo(after);
            assertThat(Rows.of(database, "select iso from countries order by code"))
                    .containsExactly("CIV", "DEU", "GBR", "null");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(countries(database)).isEqualTo(BEFORE);
            engine.rollback(RollbackTarget.steps(1));
            engine.migrate(Optional.empty());
            assertThat(countries(database)).isEqualTo(after);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areNeverOverwrittenWhereSomebodyChangedThem(DatabaseKind kind) throws SQLException {
        for (String edit : List.of(
                "update countries set name = 'Deutschland' where code = 'DE'",
                "update countries set name = 'great \\Britain' where code = 'GB'".replace("\\", escape(kind)),
                "update countries set eu = true where code = 'SU'",
                "delete from countries where code = 'DE'",
                "insert into countries (code, name) values ('UA', 'Ukrajina')")) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = Quiet.engine(Ledgers.of(Countries.class, Brexit.class), database);
                engine.migrate(Optional.of(Ledgers.version(1).text()));
                database.execute(edit);
                List<String> edited = countries(database);
                assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                        .as(edit)
                        .isInstanceOf(EngineException.class)
                        .hasMessageStartingWith("GW3240")
                        .hasMessageMatching("(?s).*\n  (?i)code = (DE|GB|SU|UA)");
                assertThat(countries(database)).isEqualTo(edited);
            }
        }
    }

    private static String escape(DatabaseKind kind) {
        return kind == DatabaseKind.MARIADB || kind == DatabaseKind.MYSQL ? "\\\\\\\\" : "\\\\";
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areLeftWhereSomebodyHasDoneTheSameAlready(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Countries.class, Brexit.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(
                    "update countries set name = 'United Kingdom', eu = false where code = 'GB'",
                    "delete from countries where code = 'SU'",
                    "insert into countries (code, name, eu) values ('UA', 'Ukraine', false)");
            engine.migrate(Optional.empty());
            assertThat(countries(database)).hasSize(4);
        }
    }

    public static final class Typed implements Migration {

        private static final String[] COLUMNS = {
            "id",
            "flag",
            "small",
            "amount",
            "ratio",
            "single_ratio",
            "born",
            "at_time",
            "moment",
            "utc",
            "zoned",
            "token",
            "bytes",
            "doc",
            "tier",
            "place"
        };

        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "kinds",
                    t -> t.column("id", bigint().notNull())
                            .column("flag", bool())
                            .column("small", integer())
                            .column("amount", numeric(12, 2))
                            .column("ratio", doublePrecision())
                            .column("single_ratio", floating(24))
                            .column("born", date())
                            .column("at_time", time())
                            .column("moment", timestamp(6))
                            .column("utc", timestampUtc(6))
                            .column("zoned", timestampWithTimeZone(6))
                            .column("token", uuid())
                            .column("bytes", varbinary(20))
                            .column("doc", json())
                            .column("tier", enumOf("BRONZE", "GOLD"))
                            .column("place", ordinalOf("FIRST", "SECOND"))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("kinds");
        }
    }

    private static final String[] FULL = {
        "1",
        "true",
        "7",
        "12.5",
        "0.1",
        "1.1",
        "2026-11-28",
        "10:30:00",
        "2026-11-28T10:30:00.123456",
        "2026-11-28T10:30:00Z",
        "2026-11-28T10:30:00+02:00",
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "00ff10",
        "{\"a\": [1, \"it's\"]}",
        "GOLD",
        "SECOND"
    };

    private static final String[] NOTHING = {
        "2", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null
    };

    public static final class OfEveryType implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.rows(
                    "kinds",
                    r -> r.key("id").columns(Typed.COLUMNS).insert(FULL).insert(NOTHING));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.rows(
                    "kinds",
                    r -> r.key("id").columns(Typed.COLUMNS).delete(NOTHING).delete(FULL));
        }
    }

    public static final class Swapped implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.rows(
                    "kinds",
                    r -> r.key("id")
                            .columns(Typed.COLUMNS)
                            .update(FULL)
                            .to(with("1", NOTHING))
                            .update(NOTHING)
                            .to(with("2", FULL)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.rows(
                    "kinds",
                    r -> r.key("id")
                            .columns(Typed.COLUMNS)
                            .update(with("1", NOTHING))
                            .to(FULL)
                            .update(with("2", FULL))
                            .to(NOTHING));
        }

        private static String[] with(String id, String... values) {
            String[] changed = values.clone();
            changed[0] = id;
            return changed;
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void holdValuesOfEveryType(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Typed.class, OfEveryType.class, Swapped.class), database);
            engine.migrate(Optional.of(Ledgers.version(2).text()));
            List<String> rows = Rows.of(database, "select * from kinds order by id");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select * from kinds order by id"))
                    .containsExactly(
                            "1" + rows.get(1).substring(1), "2" + rows.get(0).substring(1));
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select * from kinds order by id")).isEqualTo(rows);
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select * from kinds")).isEmpty();
        }
    }

    public static final class Many implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "levels",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("name", varchar(20))
                            .primaryKey("id"));
            schema.rows("levels", r -> {
                r.key("id").columns("id", "name");
                for (int i = 1; i <= 250; i++) {
                    r.insert(Integer.toString(i), "level " + i);
                }
            });
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("levels");
        }
    }

    public static final class Renamed implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.rows("levels", r -> {
                r.key("id").columns("id", "name");
                for (int i = 1; i <= 250; i++) {
                    r.update(Integer.toString(i), "level " + i).to(Integer.toString(i), "stage " + i);
                }
            });
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void comeInBatchesAndLeaveNumbersFreeAboveThem(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Many.class, Renamed.class), database);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select count(*), min(name), max(id) from levels where name like 'stage %'"))
                    .containsExactly("250|stage 1|250");
            assertThat(Rows.of(database, "select name from levels where id in (1, 101, 250) order by id"))
                    .containsExactly("stage 1", "stage 101", "stage 250");
            database.execute("insert into levels (name) values ('next')");
            assertThat(Rows.of(database, "select id from levels where name = 'next'"))
                    .containsExactly("251");
        }
    }
}
