package dev.godwit.engine;

import static dev.godwit.Types.integer;
import static dev.godwit.Types.longVarchar;
import static dev.godwit.Types.varchar;
import static dev.godwit.engine.InPhases.history;
import static dev.godwit.engine.InPhases.inUse;
import static dev.godwit.engine.InPhases.triggers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column is split by Java code while two versions write: one side follows the other whenever somebody migrates. */
class RowCodeInPhasesTest {

    private static final RollbackTarget ONE = RollbackTarget.steps(1);

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    /** {@code Ada Lovelace} is first and last name; a name with {@code #} in it is none. */
    public static final class Split implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("first_name", varchar(80)).addColumn("last_name", varchar(20));
            schema.transform("customers", "id")
                    .read("name")
                    .write("first_name", "last_name")
                    .each((row, out) -> {
                        String name = row.text("name").orElseThrow();
                        if (name.contains("#")) {
                            throw new IllegalArgumentException("no name: " + name);
                        }
                        int blank = name.indexOf(' ');
                        out.set("first_name", blank < 0 ? name : name.substring(0, blank));
                        out.set("last_name", blank < 0 ? "-" : name.substring(blank + 1));
                    });
            schema.table("customers")
                    .alterColumn("first_name", varchar(80), varchar(80).notNull())
                    .dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(80));
            schema.transform("customers", "id")
                    .read("first_name", "last_name")
                    .write("name")
                    .each((row, out) -> {
                        String first = row.text("first_name").orElseThrow();
                        if (first.contains("#")) {
                            throw new IllegalArgumentException("no first name: " + first);
                        }
                        String last = row.text("last_name").orElse("-");
                        out.set("name", last.equals("-") ? first : first + " " + last);
                    });
            schema.table("customers")
                    .alterColumn("name", varchar(80), varchar(80).notNull())
                    .dropColumn("last_name")
                    .dropColumn("first_name");
        }
    }

    private static final MigrationSource RELEASE = InPhases.then(Split.class);
    private static final MigrationSource NEXT = InPhases.then(Split.class, InPhases.AddPhone.class);

    private static void migrate(TestDatabase database, Phase phase) {
        InPhases.engine(RELEASE, database, phase).migrate(Optional.empty());
    }

    private static void rollback(TestDatabase database, Phase phase) {
        InPhases.engine(RELEASE, database, phase).rollback(ONE);
    }

    private static List<String> both(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, name, first_name, last_name from customers order by id");
    }

    private static List<String> fresh(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, first_name, last_name from customers order by id");
    }

    private static List<String> old(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, name from customers order by id");
    }

    private static TestDatabase expanded(DatabaseKind kind) throws SQLException {
        TestDatabase database = inUse(kind);
        migrate(database, Phase.AUTO);
        return database;
    }

    /** What either version does between the phases. */
    static void write(TestDatabase database) throws SQLException {
        database.execute(
                "insert into customers (id, name) values (3, 'Grace Hopper')",
                "update customers set name = 'Ada Lovelace' where id = 1",
                "insert into customers (id, first_name, last_name) values (4, 'Edsger', 'Dijkstra')",
                "update customers set last_name = 'Sarkisian' where id = 2");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fillsWhatIsThere(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            assertThat(history(database)).containsExactly("applied", "expanded");
            assertThat(both(database)).containsExactly("1|Ada|Ada|-", "2|Cher|Cher|-");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void followsWhatEitherVersionHasWrittenWhenSomebodyMigrates(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            write(database);
            assertThat(both(database))
                    .containsExactly(
                            "1|Ada Lovelace|Ada|-",
                            "2|Cher|Cher|Sarkisian",
                            "3|Grace Hopper|null|null",
                            "4||Edsger|Dijkstra");
            migrate(database, Phase.AUTO);
            assertThat(both(database))
                    .containsExactly(
                            "1|Ada Lovelace|Ada|Lovelace",
                            "2|Cher Sarkisian|Cher|Sarkisian",
                            "3|Grace Hopper|Grace|Hopper",
                            "4|Edsger Dijkstra|Edsger|Dijkstra");
            assertThat(history(database)).containsExactly("applied", "expanded");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsWhatWasWrittenLast(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            database.execute(
                    "update customers set name = 'Ada Lovelace' where id = 1",
                    "update customers set first_name = 'Augusta', last_name = 'King' where id = 1",
                    "update customers set last_name = 'Sarkisian' where id = 2",
                    "update customers set name = 'Cher Bono' where id = 2");
            migrate(database, Phase.EXPAND);
            assertThat(both(database)).containsExactly("1|Augusta King|Augusta|King", "2|Cher Bono|Cher|Bono");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void contractsWhenAllFollows(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            write(database);
            InPhases.engine(NEXT, database).migrate(Optional.empty());
            assertThat(history(database)).containsExactly("applied", "applied", "applied");
            assertThat(fresh(database))
                    .containsExactly("1|Ada|Lovelace", "2|Cher|Sarkisian", "3|Grace|Hopper", "4|Edsger|Dijkstra");
            assertThat(triggers(database)).isEmpty();
            assertThat(reserved(database)).isEmpty();
            database.execute("insert into customers (id, first_name) values (5, 'Barbara')");
        }
    }

    private static List<String> reserved(TestDatabase database) throws SQLException {
        return Rows.of(
                database,
                "select column_name from information_schema.columns where table_schema = "
                        + (database.kind() == DatabaseKind.POSTGRESQL ? "current_schema()" : "database()")
                        + " and table_name = 'customers'"
                        + " and column_name like 'godwit_phase%'");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void givesTheOldVersionWhatTheNewOneWroteBeforeItIsTakenBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            write(database);
            rollback(database, Phase.AUTO);
            assertThat(history(database)).containsExactly("applied");
            assertThat(old(database))
                    .containsExactly("1|Ada Lovelace", "2|Cher Sarkisian", "3|Grace Hopper", "4|Edsger Dijkstra");
            assertThat(triggers(database)).isEmpty();
            assertThat(Rows.of(
                            database,
                            "select column_name from information_schema.columns where table_schema = "
                                    + (database.kind() == DatabaseKind.POSTGRESQL ? "current_schema()" : "database()")
                                    + " and table_name = 'customers'"
                                    + " and (column_default is not null and column_default <> 'NULL'"
                                    + " or column_name like 'godwit_phase%')"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goesBackInPhasesToo(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            migrate(database, Phase.CONTRACT);
            rollback(database, Phase.EXPAND);
            assertThat(history(database)).containsExactly("applied", "receded");
            write(database);
            rollback(database, Phase.EXPAND);
            assertThat(both(database))
                    .containsExactly(
                            "1|Ada Lovelace|Ada|Lovelace",
                            "2|Cher Sarkisian|Cher|Sarkisian",
                            "3|Grace Hopper|Grace|Hopper",
                            "4|Edsger Dijkstra|Edsger|Dijkstra");
            database.execute("update customers set first_name = 'Augusta' where id = 1");
            rollback(database, Phase.CONTRACT);
            assertThat(history(database)).containsExactly("applied");
            assertThat(old(database))
                    .containsExactly("1|Augusta Lovelace", "2|Cher Sarkisian", "3|Grace Hopper", "4|Edsger Dijkstra");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesARollbackThatCameHalfWayBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            migrate(database, Phase.CONTRACT);
            rollback(database, Phase.EXPAND);
            write(database);
            migrate(database, Phase.AUTO);
            assertThat(history(database)).containsExactly("applied", "applied");
            assertThat(fresh(database))
                    .containsExactly("1|Ada|Lovelace", "2|Cher|Sarkisian", "3|Grace|Hopper", "4|Edsger|Dijkstra");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void doesNotContractWhileARowHasNoValue(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            database.execute("insert into customers (id, name) values (3, '#1'), (4, 'Grace Hopper'),"
                    + " (5, 'A name-that-is-too-long-for-the-column')");
            migrate(database, Phase.AUTO);
            assertThat(both(database))
                    .containsExactly(
                            "1|Ada|Ada|-",
                            "2|Cher|Cher|-",
                            "3|#1|null|null",
                            "4|Grace Hopper|Grace|Hopper",
                            "5|A name-that-is-too-long-for-the-column|null|null");
            assertThatThrownBy(() -> migrate(database, Phase.CONTRACT))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3147", "2 rows", "id = 3: ", "no name: #1", "id = 5: ", "contracted");
            assertThat(history(database)).containsExactly("applied", "expanded");
            database.execute(
                    "update customers set name = 'Alan Turing' where id = 3",
                    "update customers set first_name = 'Ann', last_name = 'Other' where id = 5");
            migrate(database, Phase.CONTRACT);
            assertThat(fresh(database))
                    .containsExactly("1|Ada|-", "2|Cher|-", "3|Alan|Turing", "4|Grace|Hopper", "5|Ann|Other");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isNotTakenBackWhileTheOldVersionLacksAValue(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            database.execute("update customers set first_name = '#' where id = 1");
            assertThatThrownBy(() -> rollback(database, Phase.AUTO))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3147", "1 row.", "id = 1: ", "taken back");
            assertThat(history(database)).containsExactly("applied", "expanded");
            database.execute("update customers set name = 'Ada L.' where id = 1");
            rollback(database, Phase.AUTO);
            assertThat(old(database)).containsExactly("1|Ada L.", "2|Cher");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesAloneWhatTheNewVersionAddsInTheMiddleOfContract(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            int[] id = {2};
            Engine.of(
                            RELEASE,
                            ConnectionSource.of(database.dataSource()),
                            InPhases.options(Phase.CONTRACT).withListener(event -> {
                                if (event instanceof Event.GroupEnded) {
                                    id[0]++;
                                    add(database, id[0]);
                                }
                            }))
                    .migrate(Optional.empty());
            assertThat(fresh(database))
                    .hasSize(id[0])
                    .allMatch(row -> row.matches("1\\|Ada\\|-|2\\|Cher\\|-|(\\d+)\\|f\\1\\|l\\1"));

            rollback(database, Phase.AUTO);
            assertThat(old(database))
                    .hasSize(id[0])
                    .allMatch(row -> row.matches("1\\|Ada|2\\|Cher|(\\d+)\\|f\\1 l\\1"));
        }
    }

    private static void add(TestDatabase database, int id) {
        try {
            database.execute(
                    "insert into customers (id, first_name, last_name) values (%1$d, 'f%1$d', 'l%1$d')".formatted(id));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void driftSeesNothingOfIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            assertThat(InPhases.engine(RELEASE, database).drift().drift().differences())
                    .isEmpty();
            migrate(database, Phase.CONTRACT);
            assertThat(InPhases.engine(RELEASE, database).drift().drift().differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void doesNotBeginWhereTheCodeThrows(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            StringBuilder rows = new StringBuilder("insert into customers (id, name) values (3, '#3')");
            for (int id = 4; id <= 2500; id++) {
                rows.append(", (%d, '%s')".formatted(id, id % 100 == 0 ? "#" + id : "n" + id));
            }
            database.execute(rows.toString());
            assertThatThrownBy(() -> migrate(database, Phase.AUTO))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3176", "\n  id = 3: ", "no name: #100", "\n  26 rows")
                    .hasMessageNotContaining("#2500");
            assertThat(history(database)).containsExactly("applied");
            assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
            database.execute("update customers set name = 'n' where name like '#%'");
            migrate(database, Phase.AUTO);
            assertThat(history(database)).containsExactly("applied", "expanded");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void canBeFollowedWithoutMigrating(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            assertThat(InPhases.engine(RELEASE, database).follow()).isFalse();
            migrate(database, Phase.AUTO);
            write(database);
            assertThat(InPhases.engine(NEXT, database).follow()).isTrue();
            assertThat(history(database)).containsExactly("applied", "expanded");
            assertThat(both(database))
                    .containsExactly(
                            "1|Ada Lovelace|Ada|Lovelace",
                            "2|Cher Sarkisian|Cher|Sarkisian",
                            "3|Grace Hopper|Grace|Hopper",
                            "4|Edsger Dijkstra|Edsger|Dijkstra");
            migrate(database, Phase.CONTRACT);
            assertThat(InPhases.engine(RELEASE, database).follow()).isFalse();
        }
    }

    private static String why(TestDatabase database) {
        return InPhases.engine(RELEASE, database).status().open().get(0).why();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void statusTellsHowManyRowsLag(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            assertThat(why(database)).doesNotContain("Java code");
            write(database);
            assertThat(why(database))
                    .endsWith("Java code has still to run for 2 rows that the old version wrote and 2 rows that the new"
                            + " version wrote");
            migrate(database, Phase.CONTRACT);
            rollback(database, Phase.EXPAND);
            database.execute("update customers set name = 'Ada' where id = 1");
            assertThat(why(database)).endsWith("Java code has still to run for 1 row that the old version wrote");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void planSaysThatTheVersionsLag(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            assertThat(InPhases.engine(RELEASE, database)
                            .plan(Optional.empty())
                            .migrations()
                            .get(0)
                            .hazards())
                    .anyMatch(hazard -> hazard.contains("GW4133"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void doesNotWaitForAnotherRunToLetRowsFollow(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = expanded(kind)) {
            write(database);
            boolean[] told = {false};
            Engine.of(
                            NEXT,
                            ConnectionSource.of(database.dataSource()),
                            InPhases.options(Phase.EXPAND).withListener(event -> {
                                if (event instanceof Event.RunStarted) {
                                    migrate(database, Phase.EXPAND);
                                    told[0] = true;
                                }
                            }))
                    .migrate(Optional.empty());
            assertThat(told[0]).isTrue();
        }
    }

    /** The way forth is SQL, the way back is code. MySQL takes no literal as the default of a long text. */
    public static final class SplitBySql implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("upper_name", longVarchar(1_000_000).notNull(), "upper(name)")
                    .dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(80).notNull(), "'?'");
            schema.transform("customers", "id").read("upper_name").write("name").each((row, out) -> {
                String name = row.text("upper_name").orElseThrow();
                out.set("name", name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
            });
            schema.table("customers").dropColumn("upper_name");
        }
    }

    private static List<String> upper(TestDatabase database) throws SQLException {
        return Rows.of(database, "select id, name, upper_name from customers order by id");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void followsAtOnceWhereTheWayForthIsSql(DatabaseKind kind) throws SQLException {
        MigrationSource release = InPhases.then(SplitBySql.class);
        try (TestDatabase database = inUse(kind)) {
            InPhases.engine(release, database).migrate(Optional.empty());
            assertThat(upper(database)).containsExactly("1|Ada|ADA", "2|Cher|CHER");
            database.execute(
                    "insert into customers (id, name) values (3, 'Grace')",
                    "update customers set name = 'Augusta' where id = 1",
                    "insert into customers (id, upper_name) values (4, 'EDSGER')",
                    "update customers set upper_name = 'CHERILYN' where id = 2");
            assertThat(upper(database))
                    .containsExactly("1|Augusta|AUGUSTA", "2|Cher|CHERILYN", "3|Grace|GRACE", "4|?|EDSGER");
            InPhases.engine(release, database).migrate(Optional.empty());
            assertThat(upper(database))
                    .containsExactly("1|Augusta|AUGUSTA", "2|Cherilyn|CHERILYN", "3|Grace|GRACE", "4|Edsger|EDSGER");
            database.execute("update customers set upper_name = 'ADA' where id = 1");

            InPhases.engine(release, database).rollback(ONE);
            assertThat(old(database)).containsExactly("1|Ada", "2|Cherilyn", "3|Grace", "4|Edsger");
            InPhases.engine(release, database).migrate(Optional.empty());
            InPhases.engine(release, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(Rows.of(database, "select upper_name from customers order by id"))
                    .containsExactly("ADA", "CHERILYN", "GRACE", "EDSGER");

            InPhases.engine(release, database, Phase.EXPAND).rollback(ONE);
            assertThat(upper(database))
                    .containsExactly("1|Ada|ADA", "2|Cherilyn|CHERILYN", "3|Grace|GRACE", "4|Edsger|EDSGER");
            database.execute(
                    "update customers set name = 'Ada L' where id = 1",
                    "update customers set upper_name = 'CHER' where id = 2",
                    "insert into customers (id, upper_name) values (5, 'ALAN')",
                    "insert into customers (id, name) values (6, 'Barbara')");
            assertThat(upper(database))
                    .containsExactly(
                            "1|Ada L|ADA L",
                            "2|Cherilyn|CHER",
                            "3|Grace|GRACE",
                            "4|Edsger|EDSGER",
                            "5|?|ALAN",
                            "6|Barbara|BARBARA");
            InPhases.engine(release, database, Phase.CONTRACT).rollback(ONE);
            assertThat(old(database))
                    .containsExactly("1|Ada L", "2|Cher", "3|Grace", "4|Edsger", "5|Alan", "6|Barbara");
        }
    }

    /** The SQL of the way forth takes no value that stands in for what the code of the way back is to write. */
    public static final class NumberBySql implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("number", integer().notNull(), "cast(name as decimal(10))")
                    .dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(80).notNull(), "'?'");
            schema.transform("customers", "id")
                    .read("number")
                    .write("name")
                    .each((row, out) -> out.set(
                            "name",
                            String.valueOf(row.get("number", Integer.class).orElseThrow())));
            schema.table("customers").dropColumn("number");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void contractsBesideRowsThatWaitForTheCodeOfTheWayBack(DatabaseKind kind) throws SQLException {
        MigrationSource release = InPhases.then(NumberBySql.class);
        try (TestDatabase database = inUse(kind)) {
            database.execute(
                    "update customers set name = '7' where id = 1", "update customers set name = '8' where id = 2");
            InPhases.engine(release, database).migrate(Optional.empty());
            database.execute(
                    "insert into customers (id, number) values (3, 9)",
                    "insert into customers (id, name) values (4, '10')");
            assertThat(Rows.of(database, "select name from customers where id = 3"))
                    .containsExactly("?");

            InPhases.engine(release, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(history(database)).containsExactly("applied", "applied");
            assertThat(Rows.of(database, "select number from customers order by id"))
                    .containsExactly("7", "8", "9", "10");
        }
    }
}
