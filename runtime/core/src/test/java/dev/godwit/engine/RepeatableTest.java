package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.repeat.RepeatableState;
import dev.godwit.engine.report.PlanReport;
import dev.godwit.engine.report.PlannedRepeatable;
import dev.godwit.engine.report.RepeatableStatus;
import dev.godwit.engine.report.RunReport;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.RepeatableLine;
import dev.godwit.ledger.Version;
import dev.godwit.repeatable.RepeatableFiles;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views that run again when their text has changed, and are away while what they read changes. */
class RepeatableTest {

    private static final String ADULTS = """
            -- Everybody who may order.
            -- reads: people
            -- drop: drop view if exists adults
            create view adults as select id, name from people where age >= %d
            """;

    private static final String COUNTS = """
            -- after: adults
            -- reads: people
            -- drop: drop view if exists adult_counts
            create view adult_counts as select count(*) as n from adults
            -- next statement
            update people set name = 'seen' where name = 'unseen'
            """;

    @TempDir
    Path directory;

    private final List<RepeatableLine> lines = new ArrayList<>();
    private int release;

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class People implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "people",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(40))
                            .column("age", integer())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("people");
        }
    }

    /** What PostgreSQL and H2 refuse while a view reads the column. */
    public static final class Older implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("people").alterColumn("age", integer(), bigint());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").alterColumn("age", bigint(), integer());
        }
    }

    private void file(String name, String text) {
        try {
            Path file = directory.resolve(RepeatableFiles.DIRECTORY).resolve(name + RepeatableFiles.EXTENSION);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts a text as the ledger's. */
    private void accept(String name, Map<String, String> texts) {
        texts.forEach((variant, text) -> file(name + (variant.isEmpty() ? "" : "." + variant), text));
        seal(name, Optional.of(new RepeatableFiles(name, texts).hash()));
    }

    private void seal(String name, Optional<String> hash) {
        release++;
        RepeatableLine line = new RepeatableLine(name, new Version("202702010000%02d".formatted(release)), hash);
        int place = lines.stream().map(RepeatableLine::name).toList().indexOf(name);
        if (place < 0) {
            lines.add(line);
        } else {
            lines.set(place, line);
        }
    }

    @SafeVarargs
    private Engine engine(TestDatabase database, Class<? extends Migration>... migrations) {
        return engine(database, lines, migrations);
    }

    @SafeVarargs
    private Engine engine(
            TestDatabase database, List<RepeatableLine> repeatables, Class<? extends Migration>... migrations) {
        try {
            Ledger ledger = Ledgers.ledger(List.of(migrations)).withRepeatables(repeatables);
            ClassLoader loader = new URLClassLoader(
                    new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
            return Quiet.engine(new MigrationSource(ledger, loader), database);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> counted(TestDatabase database) throws SQLException {
        return Rows.of(database, "select n from adult_counts");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void runAgainWhenTheirTextHasChanged(DatabaseKind kind) throws SQLException {
        accept("adults", Map.of("", ADULTS.formatted(18)));
        accept("adult_counts", Map.of("", COUNTS));
        try (TestDatabase database = Databases.fresh(kind)) {
            RunReport first = engine(database, People.class).migrate(Optional.empty());
            assertThat(first.repeatables().ran()).containsExactly("adults", "adult_counts");
            database.execute("insert into people (id, name, age) values (1, 'Ann', 17), (2, 'unseen', 30)");
            assertThat(counted(database)).containsExactly("1");

            assertThat(engine(database, People.class).migrate(Optional.empty()).database())
                    .as("one query tells that nothing is to be done")
                    .isEmpty();

            accept("adults", Map.of("", ADULTS.formatted(16)));
            assertThat(engine(database, People.class).status().repeatables())
                    .containsExactly(
                            new RepeatableStatus("adults", RepeatableState.CHANGED),
                            new RepeatableStatus("adult_counts", RepeatableState.APPLIED));
            PlanReport plan = engine(database, People.class).plan(Optional.empty());
            assertThat(plan.repeatables()).extracting(PlannedRepeatable::name).contains("adults", "adult_counts");
            RunReport again = engine(database, People.class).migrate(Optional.empty());
            assertThat(again.repeatables().ran()).containsExactly("adults", "adult_counts");
            assertThat(counted(database)).containsExactly("2");
            assertThat(Rows.of(database, "select name from people where id = 2"))
                    .containsExactly("seen");
            assertThat(engine(database, People.class).status().isUpToDate()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areAwayWhileWhatTheyReadChanges(DatabaseKind kind) throws SQLException {
        accept("adults", Map.of("", ADULTS.formatted(18)));
        accept("adult_counts", Map.of("", COUNTS));
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, People.class).migrate(Optional.empty());
            Engine engine = engine(database, People.class, Older.class);
            assertThat(engine.plan(Optional.empty()).repeatables())
                    .extracting(PlannedRepeatable::name)
                    .containsExactly("adult_counts", "adults");
            RunReport run = engine.migrate(Optional.empty());
            assertThat(run.repeatables().ran()).containsExactly("adults", "adult_counts");
            assertThat(run.repeatables().away()).isEmpty();
            assertThat(counted(database)).containsExactly("0");

            RunReport back = engine.rollback(RollbackTarget.steps(1));
            assertThat(back.repeatables().away())
                    .hasValueSatisfying(text -> assertThat(text).startsWith("GW3225: adult_counts, adults were"));
            assertThatThrownBy(() -> counted(database)).isInstanceOf(SQLException.class);
            engine(database, People.class).migrate(Optional.empty());
            assertThat(counted(database)).containsExactly("0");
            engine(database, People.class).rollback(RollbackTarget.steps(1));
            engine.migrate(Optional.empty());
            assertThat(counted(database)).containsExactly("0");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goWhenTheirFilesAreGone(DatabaseKind kind) throws SQLException {
        accept("adults", Map.of("", ADULTS.formatted(18)));
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, People.class).migrate(Optional.empty());
            seal("adults", Optional.empty());
            assertThat(engine(database, People.class)
                            .migrate(Optional.empty())
                            .repeatables()
                            .ran())
                    .containsExactly("adults");
            assertThatThrownBy(() -> Rows.of(database, "select * from adults")).isInstanceOf(SQLException.class);
            assertThat(engine(database, People.class).migrate(Optional.empty()).database())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aReleaseThatIsOlderLeavesThemAlone(DatabaseKind kind) throws SQLException {
        accept("adults", Map.of("", ADULTS.formatted(18)));
        List<RepeatableLine> old = List.copyOf(lines);
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, People.class).migrate(Optional.empty());
            accept("adults", Map.of("", ADULTS.formatted(0)));
            accept("others", Map.of("", "create view others as select id from people"));
            engine(database, People.class).migrate(Optional.empty());
            assertThat(engine(database, old, People.class)
                            .migrate(Optional.empty())
                            .database())
                    .isEmpty();
            assertThat(engine(database, old, People.class).status().repeatables())
                    .containsExactly(new RepeatableStatus("adults", RepeatableState.LATER));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachDatabaseHasItsOwnText(DatabaseKind kind) throws SQLException {
        accept("names", Map.of("postgresql", "create or replace view names as select name || '' as name from people"));
        accept(
                "ages",
                Map.of(
                        "",
                        "create view ages as select age from people",
                        "mariadb",
                        "create view ages as select age + 1 as age from people"));
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, People.class).migrate(Optional.empty());
            database.execute("insert into people (id, age) values (1, 20)");
            assertThat(Rows.of(database, "select age from ages"))
                    .containsExactly(kind == DatabaseKind.MARIADB ? "21" : "20");
            if (kind == DatabaseKind.POSTGRESQL) {
                assertThat(Rows.of(database, "select name from names")).hasSize(1);
            } else {
                assertThatThrownBy(() -> Rows.of(database, "select name from names"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(engine(database, People.class).migrate(Optional.empty()).database())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFailsIsNamedAndRunsAgain(DatabaseKind kind) throws SQLException {
        accept("adults", Map.of("", ADULTS.formatted(18)));
        accept("adult_counts", Map.of("", COUNTS.replace("from adults", "from grown_ups")));
        try (TestDatabase database = Databases.fresh(kind)) {
            assertThatThrownBy(() -> engine(database, People.class).migrate(Optional.empty()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3223: The repeatable adult_counts failed")
                    .hasMessageContaining("grown_ups");
            file("adult_counts", COUNTS);
            assertThatThrownBy(() -> engine(database, People.class).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3221");
            accept("adult_counts", Map.of("", COUNTS));
            engine(database, People.class).migrate(Optional.empty());
            assertThat(counted(database)).containsExactly("0");
            seal("nowhere", Optional.of("1:00000000000000000000000000000000"));
            assertThatThrownBy(() -> engine(database, People.class).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3220");
        }
    }
}
