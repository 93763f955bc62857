package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.ledger.Ledger;
import dev.godwit.processor.TestProject.Outcome;
import java.nio.file.Path;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no snapshot belongs to a compilation. */
class InertProcessorTest {

    private static final String ENTITY = """
            package a;

            import jakarta.persistence.*;

            @Entity
            class Customer {
                @Id Long id;
            }
            """;

    private static final String MIGRATION = """
            package a;

            import dev.godwit.*;

            @MigrationInfo(version = "20260101000000")
            public final class First implements Migration {
                @Override public void up(SchemaChanges schema) {}
                @Override public void down(SchemaChanges schema) {}
            }
            """;

    @TempDir
    Path directory;

    private TestProject project;

    @BeforeEach
    void setUp() {
        project = new TestProject(directory.resolve("project"));
    }

    @Test
    void saysSoOnceAndWritesNothing() {
        project.source(ENTITY);
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isTrue();
        assertThat(outcome.codes()).containsExactly("GW1901");
        assertThat(outcome.only("GW1901").kind()).isEqualTo(Kind.NOTE);
        assertThat(project.generated("")).isEmptyDirectory();
        assertThat(project.classes().resolve("META-INF")).doesNotExist();
    }

    @Test
    void migrationsWithoutASnapshotAreAnErrorAndNeverAFirstMigration() {
        project.source(ENTITY);
        project.source(MIGRATION);
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.only("GW2501").text()).contains("a.First").contains("version control");
    }

    @Test
    void aLedgerWithoutASnapshotIsAnError() {
        project.source(ENTITY);
        project.resource(Ledger.PATH, Ledger.EMPTY.text());
        assertThat(project.compile().only("GW2501").kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void anOptionThatNamesNoFileIsAnError() {
        project.option(
                GodwitProcessor.SNAPSHOT,
                directory.resolve("nowhere/schema.json").toString());
        project.source(ENTITY);
        assertThat(project.compile().only("GW2505").text()).contains("nowhere");
    }

    @Test
    void eclipsesCompilerHearsTheSame() {
        project.withEclipse().source(ENTITY);
        assertThat(project.compile().codes()).containsExactly("GW1901");
        project.source(MIGRATION);
        assertThat(project.compile().only("GW2501").kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void isDeclaredToGradleAsAggregating() throws Exception {
        try (var declaration =
                GodwitProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(declaration.readAllBytes()))
                    .isEqualToIgnoringNewLines(GodwitProcessor.class.getName() + ",aggregating");
        }
    }
}
