package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.project.ProjectException;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.tool.TestModule;
import dev.godwit.tool.ToolException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration of rows, from its scaffold to its seal. */
class NewTest {

    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final Wording UNSAID = new Wording(Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    private TestModule project;

    @BeforeEach
    void setUp() {
        project = new TestModule(directory);
        project.write("src/main/java/shop/Model.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity @Table(name = "users") class User {
                    @Id Long id; @Column(name = "full_name") String name; Integer points; java.math.BigDecimal balance;
                    @Column(name = "class") String kind; java.time.Instant seen; byte[] image; }
                @Entity @Table(name = "orders") class Purchase { @Id java.util.UUID id; @ManyToOne User buyer; }
                """);
        new Init(Optional.of("shop.migrations")).run(project.module());
        new Accept(UNSAID, Optional.empty(), OFF, Clock.systemUTC()).run(project.module());
    }

    @Test
    void handlesAreTheTablesAsTheyStandAtTheHead() {
        Report report = scaffold("users,orders");

        String source = project.read(file());
        assertThat(source)
                .contains("private final Users users = new Users();")
                .contains("final ColumnHandle<Users, Long> id = key(\"id\", Long.class);")
                .contains("final ColumnHandle<Users, String> fullName = column(\"full_name\", String.class);")
                .contains("final ColumnHandle<Users, Integer> points = column(\"points\", Integer.class);")
                .contains("final ColumnHandle<Users, BigDecimal> balance")
                .contains("final ColumnHandle<Users, String> class_ = column(\"class\", String.class);")
                .contains("final ColumnHandle<Users, Timestamp> seen")
                .contains("final ColumnHandle<Users, byte[]> image")
                .contains("final ColumnHandle<Orders, UUID> id = key(\"id\", UUID.class);")
                .contains("// schema.transform(users)");
        assertThat(report.lines()).last().asString().contains("-Dgodwit.edited=" + head());
        assertThat(new Check(OFF, Optional.empty()).run(project.module()).problems())
                .isEmpty();
    }

    @Test
    void whatIsFilledInIsSealed() {
        scaffold("users,orders");
        fill(
                "up",
                "schema.transform(users).read(users.fullName).write(users.fullName)"
                        + ".each((row, out) -> row.get(users.fullName).ifPresent(v -> out.set(users.fullName, v.trim())));");
        assertThat(new Check(OFF, Optional.empty()).run(project.module()).problems())
                .extracting(problem -> problem.code())
                .containsExactly("GW2613");

        assertThatThrownBy(() -> seal())
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2650")
                .hasMessageContaining("its down is empty");
        fill("down", "schema.noWayBack(\"the blanks are not kept\");");
        seal();

        assertThat(new Check(OFF, Optional.empty()).run(project.module()).problems())
                .isEmpty();
    }

    @Test
    void wrongNamesAndTypesDoNotCompile() {
        scaffold("users,orders");
        String source = project.read(file());
        for (String wrong : new String[] {
            "schema.transform(users).read(users.fulName).each((row, out) -> {});",
            "schema.transform(users).read(orders.id).each((row, out) -> {});",
            "schema.transform(users).write(users.points).each((row, out) -> out.set(users.points, \"many\"));",
            "schema.transform(users).read(users.points)"
                    + ".each((row, out) -> { String text = row.get(users.points).orElseThrow(); });",
        }) {
            project.write(file(), source);
            fill("up", wrong);
            assertThatThrownBy(() -> seal())
                    .as(wrong)
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("GW5012");
        }
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        Map<String, String> before = project.files();
        assertThatThrownBy(() -> scaffold("users,order"))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2641: godwit.tables names order")
                .hasMessageContaining("orders, users");
        assertThat(project.files()).isEqualTo(before);
        assertThatThrownBy(() -> new New(UNSAID, Optional.empty(), Clock.systemUTC()))
                .hasMessageContaining("GW5007");
    }

    @Test
    void withoutTablesItIsAnEmptyMigration() {
        scaffold("");
        assertThat(project.read(file()))
                .contains("public void up(SchemaChanges schema)")
                .contains("// Say here what happens.");
    }

    private Report scaffold(String tables) {
        return new New(
                        new Wording(Optional.of("tidy_names"), Optional.of("Names came with blanks.")),
                        Optional.of(tables),
                        Clock.systemUTC())
                .run(project.module());
    }

    private void fill(String direction, String statement) {
        String source = project.read(file());
        String method = "public void " + direction + "(SchemaChanges schema) {";
        assertThat(source).contains(method);
        project.write(file(), source.replace(method, method + "\n" + statement));
    }

    private void seal() {
        new Accept(UNSAID, Optional.of(head()), OFF, Clock.systemUTC()).run(project.module());
    }

    private String file() {
        return directory
                .relativize(project.only("src/main/java", file -> file.endsWith("__TidyNames.java")))
                .toString();
    }

    private String head() {
        return Ledger.parse(project.read("src/main/resources/" + Ledger.PATH))
                .head()
                .orElseThrow()
                .version()
                .text();
    }
}
