package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a compilation finds mapping files. */
class MappingFileCompilationTest {

    private static final String BIRD = "package a;\nclass Bird { Long id; String song; }";
    private static final String MAPPING = """
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
              <package>a</package>
              <access>FIELD</access>
              <entity class="Bird">
                <attributes><id name="id"/><basic name="song"><column length="%d"/></basic></attributes>
              </entity>
            </entity-mappings>
            """;

    private TestProject project;

    @BeforeEach
    void open(@TempDir Path directory) {
        project = new TestProject(directory).init();
    }

    private String pending() {
        return Resources.read(project.generated("a/migrations/PendingMigration.java"))
                .orElseThrow();
    }

    @Test
    void readsOrmXmlWithoutBeingTold() {
        Path bird = project.source(BIRD);
        project.resource("META-INF/orm.xml", MAPPING.formatted(40));
        project.compile();
        assertThat(pending()).contains("createTable(\"Bird\"", "varchar(40)");

        project.accept().compile(bird);
        assertThat(pending()).contains("Nothing is pending");

        Path other = project.source("package a;\nclass Other {}");
        project.compile(other);
        assertThat(pending()).contains("Nothing is pending");

        project.resource("META-INF/orm.xml", MAPPING.formatted(50));
        project.compile(bird);
        assertThat(pending()).contains("varchar(50)");
    }

    @Test
    void readsTheFilesThatPersistenceXmlAndSpringName() {
        project.source(BIRD);
        project.source("package b;\nclass Bird { Long id; String song; }");
        project.resource("birds.xml", MAPPING.formatted(40));
        project.resource(
                "more/birds.xml",
                MAPPING.formatted(41).replace(">a<", ">b<").replace("\"Bird\"", "\"Bird\" name=\"Fowl\""));
        project.resource("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
                  <persistence-unit name="zoo"><mapping-file>birds.xml</mapping-file></persistence-unit>
                </persistence>
                """);
        project.resource("application.yml", "spring.jpa.mapping-resources: [more/birds.xml]");
        project.compile();
        assertThat(pending()).contains("varchar(40)", "varchar(41)");
    }

    @Test
    void failsWhereAFileIsMissing() {
        project.source(BIRD);
        project.resource("application.properties", "spring.jpa.mapping-resources=birds.xml");
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.codes()).containsExactly("GW1301");
    }
}
