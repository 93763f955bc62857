package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.command.Database;
import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.tool.ModuleDeployment;
import dev.godwit.tool.TestModule;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that belong to the schema, from the file that declares them to the database. */
class ReferenceDataTest {

    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final Options QUIET = Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {});
    private static final String DATA = "src/main/resources/META-INF/godwit/data/";
    private static final String MIGRATIONS = "src/main/java/shop/migrations/";
    private static final String COUNTRIES = "select code, name from countries order by code";

    @TempDir
    Path directory;

    private TestModule project;
    private Instant clock = Instant.parse("2026-11-22T10:00:00Z");

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    @BeforeEach
    void setUp() {
        project = new TestModule(directory);
        model("String name;", "");
        new Init(Optional.of("shop.migrations")).run(project.module());
    }

    private void model(String country, String city) {
        project.write("src/main/java/shop/Model.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity @Table(name = "countries") class Country {
                    @Id @Column(length = 2) String code;
                    %s }
                @Entity @Table(name = "cities") class City {
                    @Id Long id; @Column(unique = true, nullable = false) String name; @ManyToOne Country country; %s }
                """.formatted(country, city));
    }

    @Test
    void eachRowIsALineOfTheMigration() {
        project.write(
                DATA + "countries.csv", "code,name\nDE,Germany\nFR,\"France, the \"\"hexagon\"\"\"\nXX,\nYY,\"\"\n");
        Report pending = check();
        assertThat(pending.problems()).extracting(Problem::code).containsExactly("GW5040");
        assertThat(pending.problems().get(0).text()).contains("countries: insert 4 rows (online)");
        accept("first");
        assertThat(migration("First"))
                .contains("schema.rows(\"countries\", r -> r.key(\"code\")\n")
                .contains(".columns(\"code\", \"name\")\n")
                .contains(".insert(\"DE\", \"Germany\")\n")
                .contains(".insert(\"FR\", \"France, the \\\"hexagon\\\"\")\n")
                .contains(".insert(\"XX\", null)\n")
                .contains(".insert(\"YY\", \"\"));")
                .contains("dropTable(\"countries\")");
        assertThat(project.read("src/main/resources/META-INF/godwit/schema.json"))
                .contains("        [\"DE\", \"Germany\"],\n");
        holdsTogether();

        project.write(DATA + "countries.csv", "name,code\nGermany,DE\nFrance,FR\nYes,YY\nSpain,ES\n");
        accept("second");
        assertThat(migration("Second"))
                .contains(".update(\"FR\", \"France, the \\\"hexagon\\\"\").to(\"FR\", \"France\")")
                .contains(".update(\"YY\", \"\").to(\"YY\", \"Yes\")")
                .contains(".insert(\"ES\", \"Spain\")")
                .contains(".delete(\"XX\", null)")
                .contains(".insert(\"XX\", null)")
                .contains(".delete(\"ES\", \"Spain\")");
        holdsTogether();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void databasesFollowForthAndBack(DatabaseKind kind) throws SQLException {
        project.write(DATA + "countries.csv", "code,name\nDE,Germany\nSU,Soviet Union\n");
        project.write(DATA + "cities.csv", "name*,id,country_code\nBerlin,1,DE\nKyiv,2,SU\n");
        accept("first");
        model("String name; Boolean eu;", "");
        project.write(DATA + "countries.csv", "code,name,eu\nDE,Germany,true\nUA,Ukraine,false\n");
        project.write(DATA + "cities.csv", "name*,id,country_code\nBerlin,1,DE\nKyiv,2,UA\nLviv,3,UA\n");
        accept("second");
        model("@dev.godwit.RenamedFrom(\"name\") @Column(length = 90) String title;", "");
        project.write(DATA + "countries.csv", "code,title\nDE,Germany\nUA,Ukraine\n");
        accept("third");
        holdsTogether();
        try (TestDatabase database = database(kind)) {
            migrate(database, Optional.of("20261122100100"));
            migrate(database, Optional.empty());
            List<String> cities = List.of("1|Berlin|DE", "2|Kyiv|UA", "3|Lviv|UA");
            String query = "select id, name, country_code from cities order by id";
            assertThat(rows(database, COUNTRIES.replace("name", "title"))).containsExactly("DE|Germany", "UA|Ukraine");
            assertThat(rows(database, query)).isEqualTo(cities);
            rollback(database, 1);
            assertThat(rows(
                            database,
                            "select code, name, case when eu = true then 1 else 0 end from countries order by 1"))
                    .containsExactly("DE|Germany|1", "UA|Ukraine|0");
            rollback(database, 1);
            assertThat(rows(database, COUNTRIES)).containsExactly("DE|Germany", "SU|Soviet Union");
            assertThat(rows(database, query)).containsExactly("1|Berlin|DE", "2|Kyiv|SU");
            migrate(database, Optional.empty());
            assertThat(rows(database, query)).isEqualTo(cities);
        }
    }

    @Test
    void manyRowsAreDealtOutToMethods() {
        StringBuilder csv = new StringBuilder("code,name\n");
        for (int i = 0; i < 36 * 36; i++) {
            csv.append("%s,Country number %d\n"
                    .formatted(Integer.toString(36 * 36 + i, 36).substring(1), i));
        }
        project.write(DATA + "countries.csv", csv.toString());
        accept("first");
        assertThat(migration("First")).contains("rowsOfCountries2(r);");
        holdsTogether();
    }

    @Test
    void aFileThatIsGoneTakesItsRows() {
        project.write(DATA + "countries.csv", "code,name\nDE,Germany\n");
        accept("first");
        project.delete(DATA + "countries.csv");
        assertThat(accept("second").warnings()).anyMatch(warning -> warning.contains("GW2716"));
        assertThat(migration("Second")).contains(".delete(\"DE\", \"Germany\")");
        holdsTogether();
    }

    @Test
    void whatIsWrongWithAFileIsSaidWithItsLine() {
        refused("GW2701", "data/countries.csv, line 2", "countries", "code,name\nDE,Ger\"many\n");
        refused("GW2701", "blank at its beginning", "countries", "code,name\nDE, Germany\n");
        refused("GW2701", "does not end", "countries", "code,name\nDE,\"Germany\n");
        refused("GW2703", "planets", "planets", "code\nDE\n");
        refused("GW2704", "is empty", "countries", "\n");
        refused("GW2705", "'nam'", "countries", "code,nam\n");
        refused("GW2706", "'name'", "countries", "code,name,name\n");
        refused("GW2708", "primary key is code", "countries", "name\n");
        refused("GW2709", "marks name", "countries", "code,name*\n");
        refused("GW2710", "no column name", "cities", "id\n");
        refused("GW2711", "line 3: there are 3 values", "countries", "code,name\nDE,x\nFR,x,y\n");
        refused("GW2712", "line 2: code must", "countries", "code,name\n,x\n");
        refused("GW2713", "line 2: in code, 'DEU' has 3 characters, and 2 fit.", "countries", "code,name\nDEU,x\n");
        refused("GW2713", "'one' is not a whole number", "cities", "id,name\none,x\n");
        refused("GW2714", "line 4: the row DE", "countries", "code,name\nDE,x\n\nDE,y\n");
    }

    private void refused(String code, String text, String table, String csv) {
        project.write(DATA + table + ".csv", csv);
        Report report = acceptance("first");
        assertThat(report.problems()).as(csv).extracting(Problem::code).contains(code);
        assertThat(report.problems()).as(csv).anyMatch(problem -> problem.text().contains(text));
        project.delete(DATA + table + ".csv");
    }

    @Test
    void anotherKeyIsRefused() {
        project.write(DATA + "cities.csv", "id,name\n1,Berlin\n");
        accept("first");
        project.write(DATA + "cities.csv", "id,name*\n1,Berlin\n");
        assertThat(acceptance("second").problems()).extracting(Problem::code).containsExactly("GW2717");
    }

    @Test
    void aSquashKeepsTheRows() throws SQLException {
        project.write(DATA + "countries.csv", "code,name\nDE,Germany\n");
        accept("first");
        project.write(DATA + "countries.csv", "code,name\nFR,France\n");
        accept("second");
        new Squash(Optional.of("20261122100200"), new Wording(Optional.empty(), Optional.empty()), Optional.empty())
                .run(project.module());
        holdsTogether();
        try (TestDatabase database = database(DatabaseKind.H2)) {
            migrate(database, Optional.empty());
            assertThat(rows(database, COUNTRIES)).containsExactly("FR|France");
        }
    }

    @Test
    void anEditedSnapshotIsNoticed() {
        project.write(DATA + "countries.csv", "code,name\nDE,Germany\n");
        accept("first");
        String file = "src/main/resources/META-INF/godwit/schema.json";
        project.write(file, project.read(file).replace("\"Germany\"", "\"Deutschland\""));
        project.write(DATA + "countries.csv", "code,name\nDE,Deutschland\n");
        assertThat(check().problems()).extracting(Problem::code).containsExactly("GW2616", "GW2618");
        assertThat(check().problems().get(0).text()).contains("countries");
    }

    /** H2 in memory is there for one class loader alone. */
    private TestDatabase database(DatabaseKind kind) throws SQLException {
        return kind == DatabaseKind.H2
                ? new TestDatabase(
                        kind,
                        "jdbc:h2:" + directory.resolve("target/database"),
                        "sa",
                        "",
                        "jdbc:h2:mem:nothing",
                        "select 1")
                : Databases.fresh(kind);
    }

    private Report check() {
        return new Check(OFF, Optional.empty()).run(project.module());
    }

    private Report accept(String name) {
        Report report = acceptance(name);
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private Report acceptance(String name) {
        clock = clock.plusSeconds(60);
        return new Accept(
                        new Wording(Optional.of(name), Optional.empty()),
                        Optional.empty(),
                        OFF,
                        Clock.fixed(clock, ZoneOffset.UTC))
                .run(project.module());
    }

    private void migrate(TestDatabase database, Optional<String> to) {
        deployment(database).with(engine -> engine.migrate(to));
    }

    private void rollback(TestDatabase database, int steps) {
        deployment(database).with(engine -> engine.rollback(RollbackTarget.steps(steps)));
    }

    private ModuleDeployment deployment(TestDatabase database) {
        return new ModuleDeployment(
                project.module(),
                new Database(
                        database.url(),
                        Optional.of(database.user()),
                        Optional.of(database.password()),
                        Optional.empty()),
                QUIET);
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getString(i));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    private String migration(String name) {
        return project.read(directory
                .relativize(project.only(MIGRATIONS, file -> file.endsWith("__" + name + ".java")))
                .toString());
    }

    private void holdsTogether() {
        assertThat(check().problems()).isEmpty();
    }
}
