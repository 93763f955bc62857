package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import dev.godwit.processor.TestProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
    void whatACollectionHoldsIsRenamedByTheLineThatIsProposed() throws IOException {
        String tags = "@ElementCollection @Column(name = \"%s\") java.util.List<String> tags;";
        customer(tags.formatted("tag"));
        project.accept();
        customer(tags.formatted("label"));
        String line = "@RenamedFrom(column = \"tag\")";
        assertThat(project.compile().only("GW1201").text()).contains("write " + line + " here");

        customer("@dev.godwit." + line.substring(1) + " " + tags.formatted("label"));
        assertThat(project.compile().codes()).doesNotContain("GW1201", "GW1221", "GW1222");
        assertThat(Files.readString(project.generated("a/migrations/PendingMigration.java")))
                .contains("schema.table(\"Customer_tags\").renameColumn(\"tag\", \"label\");");
        customer("@dev.godwit.RenamedFrom(column = \"tug\") " + tags.formatted("label"));
        assertThat(project.compile().codes()).contains("GW1222");

        customer("@dev.godwit." + line.substring(1) + " " + tags.formatted("label"));
        project.accept();
        assertThat(project.compile().codes()).contains("GW1221");
    }

    @Test
    void whatIsMergedComesBackByAnExpressionForEachColumn() throws IOException {
        customer("String firstName; String lastName;");
        project.accept();
        customer("""
                @dev.godwit.Backfill(
                        value = "concat(firstName, lastName)",
                        reverse = {"left(name, 3)", "substring(name, 4)"},
                        reverseColumn = {"firstName", "lastName"})
                String name;""");
        assertThat(project.compile().codes()).doesNotContain("GW1201", "GW1208", "GW1214");
        assertThat(Files.readString(project.generated("a/migrations/PendingMigration.java")))
                .contains(".addColumn(\"firstName\", varchar(255), \"left(name, 3)\")")
                .contains(".addColumn(\"lastName\", varchar(255), \"substring(name, 4)\")");
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

    /** However a value is stored, the running version cannot read one that it does not know. */
    static Stream<Arguments> valuesThatCome() {
        String gold = " enum Tier { GOLD }";
        String silver = " enum Tier { GOLD, SILVER }";
        String named = "@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Tier tier;";
        String converted = "@Convert(converter = Codes.class) Tier tier;"
                + " public static class Codes implements AttributeConverter<Tier, String> {"
                + " public String convertToDatabaseColumn(Tier tier) { return tier.name().substring(0, 1); }"
                + " public Tier convertToEntityAttribute(String code) { return Tier.GOLD; } }";
        return Stream.of(
                Arguments.of("@Enumerated(EnumType.STRING) Tier tier;" + gold, silver, "[SILVER]"),
                Arguments.of("@Enumerated(EnumType.ORDINAL) Tier tier;" + gold, silver, "[SILVER]"),
                Arguments.of(named + gold, silver, "[SILVER]"),
                Arguments.of("@ElementCollection java.util.Set<Tier> tier;" + gold, silver, "[SILVER]"),
                Arguments.of(converted + " public" + gold, " public" + silver, "[S]"),
                Arguments.of(
                        "@Entity public static class Tier extends Customer {}",
                        " @Entity public static class Silver extends Customer {}",
                        "[Customer$Silver]"));
    }

    @ParameterizedTest
    @MethodSource
    void valuesThatCome(String before, String after, String said) {
        customer(before);
        project.accept();
        customer(before.replaceAll(" (public )?enum Tier .*", "") + after);
        assertThat(project.compile().only("GW4121").text()).contains(said);
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
