package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.date;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.namedEnum;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.KeySpec;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.RetainedThing;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that a migration replaces come back with its way back, in the rows that nobody has changed since. */
class ReplacedValuesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Measures implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "measures",
                    t -> t.column("id", bigint().notNull())
                            .column("part", bigint().notNull())
                            .column("amount", numeric(12, 4).notNull())
                            .column("seen", timestamp(6))
                            .column("name", varchar(200).notNull())
                            .column("code", varchar(20))
                            .column("big", bigint())
                            .column("note", varchar(40))
                            .primaryKey("id", "part"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("measures");
        }
    }

    public static final class Narrower implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "amount", numeric(12, 4).notNull(), numeric(10, 2).notNull())
                    .alterColumn("seen", timestamp(6), date())
                    .alterColumn("name", varchar(200).notNull(), varchar(3).notNull(), "substring(name from 1 for 3)")
                    .alterColumn("code", varchar(20), integer(), "case code when 'one' then 1 else 0 end")
                    .alterColumn("big", bigint(), integer())
                    .alterColumn("note", varchar(40), varchar(40).notNull(), "concat('note of ', name)");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn("note", varchar(40).notNull(), varchar(40))
                    .alterColumn("big", integer(), bigint())
                    .alterColumn("code", integer(), varchar(20), "concat('code ', code)")
                    .alterColumn("name", varchar(3).notNull(), varchar(200).notNull())
                    .alterColumn("seen", date(), timestamp(6))
                    .alterColumn(
                            "amount", numeric(10, 2).notNull(), numeric(12, 4).notNull());
        }
    }

    /** Values that lose digits, and nothing else. */
    public static final class Rounder implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "amount", numeric(12, 4).notNull(), numeric(10, 2).notNull())
                    .alterColumn("seen", timestamp(6), date());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn("seen", date(), timestamp(6))
                    .alterColumn(
                            "amount", numeric(10, 2).notNull(), numeric(12, 4).notNull());
        }
    }

    /** Values without a change of type. */
    public static final class Louder implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures").backfill("note", "'filled'").renameColumn("name", "title");
            schema.transform("measures", "id", "part")
                    .read("title", "code")
                    .write("title", "code")
                    .each((row, out) -> out.set(
                                    "title", row.text("title").orElseThrow().toUpperCase(Locale.ROOT))
                            .set(
                                    "code",
                                    row.text("code").map(code -> code + "!").orElse(null)));
            schema.renameTable("measures", "measurements");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.renameTable("measurements", "measures");
            schema.transform("measures", "id", "part")
                    .read("title")
                    .write("title")
                    .each((row, out) ->
                            out.set("title", row.text("title").orElseThrow().toLowerCase(Locale.ROOT)));
            schema.table("measures").renameColumn("title", "name");
        }
    }

    public static final class ForGood implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            SchemaChanges forGood = schema.dropForGood();
            forGood.table("measures")
                    .alterColumn(
                            "amount", numeric(12, 4).notNull(), numeric(10, 2).notNull())
                    .backfill("note", "'filled'");
            forGood.transform("measures", "id", "part").write("code").each((row, out) -> out.set("code", "x"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "amount", numeric(10, 2).notNull(), numeric(12, 4).notNull());
        }
    }

    /** From one enum to another one; the type of the first goes with it. */
    public static final class Enums implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures")
                    .addColumn(
                            "state", namedEnum("state", "NEW", "OPEN", "DONE").notNull(), "'OPEN'");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures").dropColumn("state");
        }
    }

    public static final class OtherEnum implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "state",
                            namedEnum("state", "NEW", "OPEN", "DONE").notNull(),
                            varchar(4).notNull(),
                            "case when state = 'DONE' then 'DONE' else 'NEW' end");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "state",
                            varchar(4).notNull(),
                            namedEnum("state", "NEW", "OPEN", "DONE").notNull());
        }
    }

    /** The key of a row is what it is told by. */
    public static final class Unkeyed implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("logs", t -> t.column("amount", numeric(12, 4)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("logs");
        }
    }

    public static final class NarrowerLogs implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("logs").alterColumn("amount", numeric(12, 4), numeric(12, 2));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("logs").alterColumn("amount", numeric(12, 2), numeric(12, 4));
        }
    }

    /** What was different becomes the same, and the key that says so comes back. */
    public static final class Merged implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures")
                    .dropUnique(KeySpec.key("amount").named("uk_amount"))
                    .alterColumn(
                            "amount", numeric(12, 4).notNull(), numeric(10, 0).notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "amount", numeric(10, 0).notNull(), numeric(12, 4).notNull())
                    .addUnique(KeySpec.key("amount").named("uk_amount"));
        }
    }

    public static final class UniqueAmount implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures").addUnique(KeySpec.key("amount").named("uk_amount"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures").dropUnique(KeySpec.key("amount").named("uk_amount"));
        }
    }

    private static final String COLUMNS = "id, part, amount, seen, %s, code, big, note";

    static List<String> measures(TestDatabase database) throws SQLException {
        return Rows.of(database, "select " + COLUMNS.formatted("name") + " from measures order by id, part");
    }

    static Engine filled(TestDatabase database, List<Class<? extends Migration>> more) throws SQLException {
        Engine engine = Quiet.engine(Ledgers.of(Ledgers.ledger(more)), database);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        for (int i = 1; i <= 9; i++) {
            database.execute(
                    "insert into measures (id, part, amount, seen, name, code, big, note) values (%d, 1, %d.%d256, %s, 'Name %d', %s, %d, %s)"
                            .formatted(
                                    i,
                                    i,
                                    i,
                                    i == 8 ? "null" : "timestamp '2026-01-0%d 10:00:00.12345%d'".formatted(i, i),
                                    i,
                                    i % 3 == 0 ? "null" : i % 2 == 0 ? "'one'" : "'two'",
                                    i,
                                    i % 2 == 0 ? "null" : "'n'"));
        }
        return engine;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void narrowedColumnsGetTheirValuesBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, Narrower.class));
            List<String> before = measures(database);
            engine.migrate(Optional.empty());
            List<String> narrow = measures(database);
            assertThat(narrow.get(0)).isEqualTo("1|1|1.13|2026-01-01|Nam|0|1|n");
            assertThat(engine.drift().drift().differences()).isEmpty();
            assertThat(narrow.get(1)).startsWith("2|1|2.23|").endsWith("|note of Nam");
            assertThat(engine.retained())
                    .extracting(RetainedThing::what)
                    .containsExactlyInAnyOrder(
                            "old values of measures.amount",
                            "old values of measures.seen",
                            "old values of measures.name",
                            "old values of measures.code",
                            "old values of measures.note");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(measures(database)).isEqualTo(before);
            assertThat(engine.retained())
                    .as("what the way back computes is kept in its turn")
                    .extracting(RetainedThing::what)
                    .containsExactly("old values of measures.code");

            engine.migrate(Optional.empty());
            assertThat(measures(database)).isEqualTo(narrow);
            assertThat(engine.retained()).hasSize(5);
            database.execute(
                    "update measures set amount = 77.77, note = 'mine' where id = 2",
                    "update measures set code = 5, name = 'New' where id = 4",
                    "delete from measures where id = 3",
                    "insert into measures (id, part, amount, seen, name, code, big, note) values (1, 2, 5.55, date '2026-03-03', 'abc', 9, 1, 'x')");
            engine.rollback(RollbackTarget.steps(1));
            List<String> back = measures(database);
            assertThat(back)
                    .hasSize(9)
                    .contains(before.get(0), before.get(4), before.get(7), before.get(8))
                    .contains(before.get(1).replace("2.2256", "77.7700").replace("|null", "|mine"))
                    .contains(before.get(3).replace("Name 4", "New").replace("|one|", "|code 5|"))
                    .anySatisfy(row -> assertThat(row)
                            .startsWith("1|2|5.5500|2026-03-03 00:00:00")
                            .endsWith("|abc|code 9|1|x"));
            engine.migrate(Optional.empty());
            engine.rollback(RollbackTarget.steps(1));
            assertThat(measures(database)).isEqualTo(back);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void filledAndTransformedColumnsGetTheirValuesBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, Louder.class));
            List<String> before = measures(database);
            for (int again = 0; again < 2; again++) {
                engine.migrate(Optional.empty());
                assertThat(Rows.of(
                                database,
                                "select " + COLUMNS.formatted("title")
                                        + " from measurements where id in (2, 3) order by id"))
                        .satisfiesExactly(
                                row -> assertThat(row).endsWith("NAME 2|one!|2|filled"),
                                row -> assertThat(row).endsWith("NAME 3|null|3|n"));
                engine.rollback(RollbackTarget.steps(1));
                assertThat(measures(database)).isEqualTo(before);
            }
            engine.migrate(Optional.empty());
            database.execute(
                    "update measurements set title = 'CHANGED' where id = 1",
                    "update measurements set note = 'mine' where id = 2",
                    "delete from measurements where id = 3");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(measures(database))
                    .hasSize(8)
                    .contains(before.get(0).replace("Name 1", "changed"))
                    .contains(before.get(1).replace("|null", "|mine"))
                    .containsAll(before.subList(3, 9));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesOfATypeThatGoesComeBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, Enums.class, OtherEnum.class));
            engine.migrate(Optional.of(Ledgers.version(2).text()));
            database.execute("update measures set state = 'DONE' where id < 4");
            List<String> before = Rows.of(database, "select id, state from measures order by id");
            engine.migrate(Optional.empty());
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select id, state from measures order by id"))
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesArePurgedLikeWhatIsDropped(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, Narrower.class));
            engine.migrate(Optional.empty());
            assertThat(engine.purge(PurgeTarget.of(Ledgers.version(2).text()))).hasSize(5);
            assertThat(Rows.tables(database)).noneMatch(table -> table.startsWith("godwit_kept_"));
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3133")
                    .hasMessageContaining("old values of measures.");
            Engine careless = Engine.of(
                    Ledgers.of(Measures.class, Narrower.class),
                    ConnectionSource.of(database.dataSource()),
                    Quiet.OPTIONS.withRetaining(Retaining.DEFAULT.withAcceptLoss(true)));
            careless.rollback(RollbackTarget.steps(1));
            assertThat(measures(database).get(0)).startsWith("1|1|1.1300|2026-01-01 00:00:00");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingIsKeptWhereNothingIsToBe(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, ForGood.class));
            engine.migrate(Optional.empty());
            assertThat(engine.retained()).isEmpty();
            engine.rollback(RollbackTarget.steps(1));
            assertThat(measures(database).get(1)).startsWith("2|1|2.2300|").endsWith("|x|2|filled");
        }
        try (TestDatabase database = Databases.fresh(kind)) {
            filled(database, List.of(Measures.class, Narrower.class));
            Engine careless = Engine.of(
                    Ledgers.of(Measures.class, Narrower.class),
                    ConnectionSource.of(database.dataSource()),
                    Quiet.OPTIONS.withRetaining(Retaining.DEFAULT.withKeep(false)));
            careless.migrate(Optional.empty());
            assertThat(careless.retained()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableWithoutAKeyIsRefused(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Unkeyed.class, NarrowerLogs.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into logs (amount) values (1.2345)");
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3116: The change of logs.amount")
                    .hasMessageContaining("dropForGood()");
            assertThat(Rows.of(database, "select amount from logs")).containsExactly("1.2345");
            database.execute("delete from logs");
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
        }
    }

    public static final class Smaller implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures").alterColumn("big", bigint(), integer());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures").alterColumn("big", integer(), bigint());
        }
    }

    public static final class Larger implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn(
                            "amount", numeric(12, 4).notNull(), numeric(14, 4).notNull())
                    .alterColumn("name", varchar(200).notNull(), varchar(300).notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("measures")
                    .alterColumn("name", varchar(300).notNull(), varchar(200).notNull())
                    .alterColumn(
                            "amount", numeric(14, 4).notNull(), numeric(12, 4).notNull());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatHasNoRoomIsRefusedWithItsRows(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, Smaller.class));
            database.execute(
                    "update measures set big = 3000000000 where id = 7",
                    "update measures set big = -2147483648 where id = 8");
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3118: Column measures.big is to become int")
                    .hasMessageContaining("= 7, ")
                    .hasMessageNotContaining("= 8, ");
            assertThat(engine.status().migrations().get(1).state().name()).isEqualTo("UNAPPLIED");
        }
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, Larger.class));
            engine.migrate(Optional.empty());
            database.execute("update measures set amount = 1234567890.5 where id = 7");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3118")
                    .hasMessageContaining("= 7, ");
            database.execute(
                    "update measures set amount = 99999999.9999, name = '" + "x".repeat(250) + "' where id = 7");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3106")
                    .hasMessageContaining("= 7, ");
            database.execute("update measures set name = 'short' where id = 7");
            engine.rollback(RollbackTarget.steps(1));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aKeyThatOnlyTheOldValuesFulfilComesBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, List.of(Measures.class, UniqueAmount.class, Merged.class));
            database.execute(
                    "update measures set amount = 3.1 where id = 3", "update measures set amount = 3.2 where id = 4");
            List<String> before = measures(database);
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select count(*) from measures where amount = 3"))
                    .containsExactly("2");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(measures(database)).isEqualTo(before);
            engine.migrate(Optional.empty());
            database.execute("update measures set amount = 50 where id in (3, 4)");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1))).hasMessageStartingWith("GW3112");
        }
    }
}
