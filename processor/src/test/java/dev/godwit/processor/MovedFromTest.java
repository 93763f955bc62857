package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import dev.godwit.processor.TestProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes whose values move to other tables: the question, the answer, and what stands in the migration. */
class MovedFromTest {

    private static final String ANSWER = "@dev.godwit.MovedFrom(table = \"Person\") ";

    @TempDir
    Path directory;

    private TestProject project;

    @BeforeEach
    void setUp() {
        project = new TestProject(directory).init();
        person("@Column(length = 1000) String bio;");
        project.accept();
    }

    private void person(String attributes) {
        entity("Person", "", "@Id Long id; " + attributes);
    }

    private void entity(String name, String annotations, String attributes) {
        project.source("""
                package a;

                import jakarta.persistence.*;
                import java.util.*;

                %s
                @Entity
                class %s {
                    %s
                }
                """.formatted(annotations, name, attributes.replace("; ", ";\n    ")));
    }

    private void details(String bio) {
        person("");
        entity("Details", "", "@Id Long id; @MapsId @OneToOne Person person; " + bio);
    }

    private String pending() throws IOException {
        assertThat(project.compile().success()).isTrue();
        return Files.readString(project.generated("a/migrations/PendingMigration.java"));
    }

    @Test
    void isAskedAboutAtTheNewAttributeAndEitherAnswerWillDo() throws IOException {
        details("@Column(length = 1000) String bio;");
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isTrue();
        Said said = outcome.only("GW1231");
        assertThat(said.kind()).isEqualTo(Kind.WARNING);
        assertThat(said.file()).contains("Details.java");
        assertThat(said.at()).contains("String bio;");
        assertThat(said.text()).contains("@MovedFrom(table = \"Person\")", "@SuppressWarnings(\"GW1231\")");
        assertThat(pending()).doesNotContain("moveValues");

        details("@SuppressWarnings(\"GW1231\") @Column(length = 1000) String bio;");
        assertThat(project.compile().all("GW1231")).isEmpty();
        assertThat(pending()).doesNotContain("moveValues");

        details(ANSWER + "@Column(length = 1000) String bio;");
        assertThat(project.compile().codes()).doesNotContain("GW1231", "GW1208");
        assertThat(pending()).contains("""
                        schema.moveValues("Person", "Details", v -> v
                                .join("id", "person_id")
                                .column("bio")
                                .newRows());
                """).contains("""
                        schema.moveValues("Details", "Person", v -> v
                                .join("person_id", "id")
                                .column("bio"));
                """);
    }

    @Test
    void whatIsWrongIsAnErrorAtTheAttribute() {
        details("@dev.godwit.MovedFrom(table = \"Person\", column = \"cv\") @Column(length = 1000) String bio;");
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.only("GW1233").at()).contains("String bio;");
        assertThat(outcome.only("GW1233").text()).contains("names the column Person.cv");
    }

    @Test
    void aSecondaryTableTakesAttributesOver() throws IOException {
        entity(
                "Person",
                "@SecondaryTable(name = \"details\")",
                "@Id Long id; " + ANSWER + "@Column(table = \"details\", length = 1000) String bio;");
        assertThat(pending())
                .contains("schema.moveValues(\"Person\", \"details\"", ".join(\"id\", \"id\")", ".newRows()");
    }

    @Test
    void aCollectionOfAnotherNameIsAskedAboutAtItsAttribute() {
        person("@ElementCollection @Column(length = 1000) Set<String> bios = new HashSet<>();");
        Outcome outcome = project.compile();
        assertThat(outcome.only("GW1231").file()).contains("Person.java");
        assertThat(outcome.only("GW1231").line()).isEqualTo(10);
        assertThat(outcome.only("GW1231").text()).contains("@MovedFrom(table = \"Person\", column = \"bio\") here");
        assertThat(outcome.codes()).doesNotContain("GW1208");
    }

    @Test
    void aCollectionTakesAValueOver() throws IOException {
        person("@dev.godwit.MovedFrom(table = \"Person\", column = \"bio\") "
                + "@ElementCollection @Column(length = 1000) Set<String> bios = new HashSet<>();");
        assertThat(pending()).contains("""
                        schema.moveValues("Person", "Person_bios", v -> v
                                .join("id", "Person_id")
                                .column("bio", "bios")
                                .newRows());
                """).contains("""
                        schema.moveValues("Person_bios", "Person", v -> v
                                .join("Person_id", "id")
                                .column("bios", "bio"));
                """);
    }

    /** A place in a list is nothing that a value brings along. */
    @Test
    void aListWithPlacesIsRefused() {
        person("@dev.godwit.MovedFrom(table = \"Person\", column = \"bio\") @OrderColumn "
                + "@ElementCollection @Column(length = 1000) List<String> bios = new ArrayList<>();");
        assertThat(project.compile().only("GW1237").text()).contains("Person_bios.bios_ORDER, which is NOT NULL");
    }

    @Test
    void whatAnEmbeddableHoldsMovesWithIt() throws IOException {
        person("");
        project.source("""
                package a;
                import jakarta.persistence.*;
                @Embeddable
                class Profile {
                    @dev.godwit.MovedFrom(table = "Person") @Column(length = 1000)
                    String bio;
                }
                """);
        entity("Details", "", "@Id Long id; @MapsId @OneToOne Person person; @Embedded Profile profile;");
        assertThat(pending()).contains("schema.moveValues(\"Person\", \"Details\"", ".column(\"bio\")");
    }

    @Test
    void aSubclassTableGivesItsColumnsToTheRoot() throws IOException {
        entity("Staff", "@Inheritance(strategy = InheritanceType.JOINED)", "@Id Long id;");
        project.source(
                "package a;\nimport jakarta.persistence.*;\n@Entity\nclass Clerk extends Staff { String desk; }");
        project.accept();
        entity("Staff", "@Inheritance(strategy = InheritanceType.SINGLE_TABLE)", "@Id Long id;");
        project.source("package a;\nimport jakarta.persistence.*;\n@Entity\nclass Clerk extends Staff "
                + "{ @dev.godwit.MovedFrom(table = \"Clerk\") String desk; }");
        assertThat(pending())
                .contains("schema.moveValues(\"Clerk\", \"Staff\"", ".join(\"id\", \"id\")", ".column(\"desk\")");
    }
}
