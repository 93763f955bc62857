package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import dev.godwit.processor.TestProject.Said;
import java.nio.file.Path;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person should know about a difference is said where it can be answered. */
class FindingsTest {

    @TempDir
    Path directory;

    private TestProject project;

    @BeforeEach
    void setUp() {
        project = new TestProject(directory).init();
    }

    @Test
    void aDropBesideALikelyAddIsAskedAboutAtTheNewAttribute() {
        customer("String name;");
        project.accept();
        customer("String fullName;");
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isTrue();
        Said said = outcome.only("GW1201");
        assertThat(said.kind()).isEqualTo(Kind.WARNING);
        assertThat(said.file()).contains("Customer.java");
        assertThat(said.at()).isEqualTo("String fullName;");
        assertThat(said.text()).contains("@RenamedFrom(\"name\")").contains("@SuppressWarnings(\"GW1201\")");
    }

    @Test
    void eitherAnswerSilencesTheQuestion() {
        customer("String name;");
        project.accept();
        customer("@dev.godwit.RenamedFrom(\"name\") String fullName;");
        assertThat(project.compile().all("GW1201")).isEmpty();
        customer("@SuppressWarnings(\"GW1201\") String fullName;");
        assertThat(project.compile().all("GW1201")).isEmpty();
    }

    @Test
    void whatAMigrationMayDoToAnyoneElseIsSaidAtTheAttribute() {
        customer("@Enumerated(EnumType.STRING) Tier tier; enum Tier { GOLD }");
        project.accept();
        String wider = "@Enumerated(EnumType.STRING) Tier tier; enum Tier { GOLD, SILVER }";
        customer(wider);
        Said said = project.compile().only("GW4121");
        assertThat(said.kind()).isEqualTo(Kind.WARNING);
        assertThat(said.at()).contains("Tier tier;");
        assertThat(said.text()).contains("[SILVER]");
        customer("@SuppressWarnings(\"GW4121\") " + wider);
        assertThat(project.compile().all("GW4121")).isEmpty();
    }

    @Test
    void aNewRequiredAttributeWithoutAValueIsAWarningThere() {
        customer("");
        project.accept();
        customer("@Column(nullable = false) String email;");
        Said said = project.compile().only("GW1203");
        assertThat(said.at()).contains("String email;");
        assertThat(said.line()).isEqualTo(9);
    }

    @Test
    void whatIsInAnEmbeddableIsReportedAtItsOwnAttribute() {
        embeddable("String street;");
        customer("@Embedded Address address;");
        project.accept();
        embeddable("String street; @Column(nullable = false) String city;");
        Said said = project.compile().only("GW1203");
        assertThat(said.file()).contains("Address.java");
        assertThat(said.at()).contains("String city;");
    }

    @Test
    void anEntityWithoutAnIdIsAnErrorAtTheClass() {
        project.source("package a;\nimport jakarta.persistence.*;\n@Entity\nclass Customer { String name; }");
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.only("GW1001").file()).contains("Customer.java");
    }

    @Test
    void eclipsesCompilerPointsAtTheSameAttribute() {
        customer("");
        project.accept();
        customer("@Column(nullable = false) String email;");
        Said said = project.withEclipse().compile().only("GW1203");
        assertThat(said.file()).contains("Customer.java");
        assertThat(said.line()).isEqualTo(9);
    }

    private void customer(String attribute) {
        project.source("""
                package a;

                import jakarta.persistence.*;

                @Entity
                class Customer {
                    @Id
                    Long id;
                    %s
                }
                """.formatted(attribute));
    }

    private void embeddable(String attributes) {
        project.source("""
                package a;

                import jakarta.persistence.*;

                @Embeddable
                class Address {
                    %s
                }
                """.formatted(attributes));
    }
}
