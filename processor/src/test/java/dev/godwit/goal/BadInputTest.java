package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.TestModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is a coded problem that says what to do, and no file changes. */
class BadInputTest {

    private static final String SNAPSHOT = "src/main/resources/" + Snapshot.PATH;
    private static final String LEDGER = "src/main/resources/" + Ledger.PATH;

    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());

    @TempDir
    Path directory;

    private TestModule project;

    @BeforeEach
    void setUp() {
        project = new TestModule(directory);
        entity("Customer", "@Id Long id;");
        new Init(Optional.empty()).run(project.module());
    }

    @Test
    void aDamagedSnapshot() {
        project.write(SNAPSHOT, project.read(SNAPSHOT).replace("\"tables\": {},", "\"tables\": {"));
        refused("GW2201", BadInputTest::accept);
        refused("GW2201", BadInputTest::check);
    }

    @Test
    void aSnapshotOfANewerFormat() {
        project.write(SNAPSHOT, project.read(SNAPSHOT).replace("\"format\": 1", "\"format\": 2"));
        refused("GW2202", BadInputTest::accept);
    }

    @Test
    void aSnapshotWithMarksOfAMerge() {
        project.write(SNAPSHOT, "<<<<<<< ours\n" + project.read(SNAPSHOT));
        refused("GW2204", BadInputTest::accept);
    }

    @Test
    void aDamagedLedger() {
        project.write(LEDGER, Ledger.EMPTY.text() + "20260101000000 a.First\n");
        refused("GW2003", BadInputTest::accept);
    }

    @Test
    void aLedgerOfANewerFormat() {
        project.write(LEDGER, "godwit-migrations 2\n");
        refused("GW2002", BadInputTest::check);
    }

    @Test
    void aMissingSnapshotBesideMigrations() {
        accepted();
        project.delete(SNAPSHOT);
        refused("GW5032", BadInputTest::accept);
        refused("GW5032", BadInputTest::check);
    }

    @Test
    void aSnapshotOfAnotherBranchThanTheLedger() {
        String empty = project.read(SNAPSHOT);
        accepted();
        project.write(SNAPSHOT, empty);
        refused("GW2601", BadInputTest::accept);
        refused("GW2601", BadInputTest::check);
    }

    @Test
    void anEntityWithoutAnId() {
        entity("Customer", "String name;");
        Problem problem = refused("GW1001", BadInputTest::accept);
        assertThat(problem.text()).contains("Customer.java:[6,");
        refused("GW1001", BadInputTest::check);
    }

    @Test
    void aNameThatGivesNoClass() {
        refused(
                "GW2602",
                module -> new Accept(
                                new Wording(Optional.of("—"), Optional.empty()),
                                Optional.empty(),
                                OFF,
                                Clock.systemUTC())
                        .run(module));
    }

    @Test
    void aMigrationThatWasEdited() {
        edit(accepted(), "bigint().notNull()", "dev.godwit.Types.integer().notNull()");
        refused("GW2613", BadInputTest::check);
    }

    @Test
    void aMigrationThatThrows() {
        edit(accepted(), "SchemaChanges schema) {", "SchemaChanges schema) { java.util.List.of().get(0);");
        refused("GW2102", BadInputTest::check);
    }

    @Test
    void aMigrationThatRecordsSomethingElseTheSecondTime() {
        edit(
                accepted(),
                "SchemaChanges schema) {",
                "SchemaChanges schema) { schema.sql(\"select \" + System.nanoTime()).noSchemaEffect();");
        refused("GW2101", BadInputTest::check);
    }

    @Test
    void aMigrationThatDoesNotCompile() {
        edit(accepted(), "SchemaChanges schema) {", "SchemaChanges schema) { missing();");
        assertThat(refused("GW5012", BadInputTest::check).text()).contains("__InitialSchema.java:[");
    }

    @Test
    void aMigrationWhoseSourceIsGone() {
        project.delete(directory.relativize(accepted()).toString());
        refused("GW5013", BadInputTest::check);
    }

    private Path accepted() {
        assertThat(accept(project.module()).ok()).isTrue();
        return project.only("src/main/java", file -> file.contains("/V"));
    }

    private void edit(Path file, String from, String to) {
        String name = directory.relativize(file).toString();
        String text = project.read(name);
        assertThat(text).contains(from);
        project.write(name, text.replace(from, to));
    }

    private static Report check(BuildModule module) {
        return new Check(OFF, Optional.empty()).run(module);
    }

    private static Report accept(BuildModule module) {
        return new Accept(new Wording(Optional.empty(), Optional.empty()), Optional.empty(), OFF, Clock.systemUTC())
                .run(module);
    }

    private Problem refused(String code, Function<BuildModule, Report> goal) {
        Map<String, String> before = project.files();
        Problem problem;
        try {
            Report report = goal.apply(project.module());
            assertThat(report.problems()).isNotEmpty();
            problem = report.problems().get(0);
        } catch (RuntimeException e) {
            problem = Problem.of(e);
        }
        assertThat(problem.code()).as(problem.text()).isEqualTo(code);
        assertThat(project.files()).isEqualTo(before);
        return problem;
    }

    private void entity(String name, String members) {
        project.write("src/main/java/shop/%s.java".formatted(name), """
                package shop;

                import jakarta.persistence.*;

                @Entity
                class %s {
                    %s
                }
                """.formatted(name, members));
    }
}
