package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import dev.godwit.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Build tools and IDEs compile some files of a module; the answer is that of the whole module. */
class IncrementalTest {

    private static final String PENDING = "a/migrations/PendingMigration.java";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneEntityCompiledAloneDropsNoOther(boolean eclipse) throws IOException {
        TestProject project = project(eclipse);
        entity(project, "Customer", "");
        entity(project, "Invoice", "");
        project.accept().compile();
        assertThat(pending(project)).contains("Nothing is pending");
        Path edited = entity(project, "Customer", "String name;");
        assertThat(project.compile(edited).success()).isTrue();
        assertThat(pending(project)).contains("addColumn(\"name\"").doesNotContain("Invoice");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoNewEntitiesCompiledOneByOneAreBothThere(boolean eclipse) throws IOException {
        TestProject project = project(eclipse);
        project.compile(entity(project, "Customer", ""));
        assertThat(pending(project)).contains("createTable(\"Customer\"");
        project.compile(entity(project, "Invoice", ""));
        assertThat(pending(project)).contains("createTable(\"Customer\"").contains("createTable(\"Invoice\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEnumThatIsNotCompiledAlongKeepsItsOrder(boolean eclipse) throws IOException {
        TestProject project = project(eclipse);
        project.source("package a; public enum Level { NEW, GOLD, ALUMNUS }");
        Path customer = entity(
                project,
                "Customer",
                "Level level; @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.STRING) Level named;");
        project.accept().compile();
        project.compile(customer);
        assertThat(pending(project)).contains("Nothing is pending");
    }

    @Test
    void anAutoAppliedConverterOutsideTheCompilationStillApplies() throws IOException {
        TestProject project = project(false);
        Path flag = project.source("""
                package a;

                import jakarta.persistence.*;

                @Converter(autoApply = true)
                public class FlagConverter implements AttributeConverter<Boolean, String> {
                    @Override public String convertToDatabaseColumn(Boolean flag) { return flag ? "Y" : "N"; }
                    @Override public Boolean convertToEntityAttribute(String text) { return text.equals("Y"); }
                }
                """);
        project.compile(flag);
        project.compile(entity(project, "Customer", "Boolean active;"));
        assertThat(pending(project)).contains("column(\"active\", varchar(255)");
    }

    @Test
    void aTableGoesWhenItsEntityIsReallyGone() throws IOException {
        TestProject project = project(false);
        Path customer = entity(project, "Customer", "");
        entity(project, "Invoice", "");
        project.accept().compile();
        Files.delete(directory.resolve("project/src/a/Invoice.java"));
        Files.delete(project.classes().resolve("a/Invoice.class"));
        Outcome outcome = project.compile(customer);
        assertThat(pending(project)).contains("dropTable(\"Invoice\")");
        assertThat(outcome.only("GW1209").text()).contains("Invoice");
    }

    @Test
    void aSecondCompilationWithoutAnEditWritesIdenticalBytes() throws IOException {
        TestProject project = project(false);
        entity(project, "Customer", "String name;");
        project.compile();
        String first = pending(project);
        var written = Files.getLastModifiedTime(project.generated(PENDING));
        project.compile();
        assertThat(pending(project)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(project.generated(PENDING))).isEqualTo(written);
    }

    @Test
    void aSnapshotThatAMergeChangedIsTheOneThatCounts() throws IOException {
        TestProject project = project(false);
        Path customer = entity(project, "Customer", "String name;");
        project.compile();
        assertThat(pending(project)).contains("createTable");
        project.accept().compile(customer);
        assertThat(pending(project)).contains("Nothing is pending");
    }

    @Test
    void testsThatDeclareEntitiesAreNotPartOfTheModel() {
        TestProject tests = new TestProject(directory.resolve("tests"));
        entity(tests, "Probe", "");
        Outcome outcome = tests.compile();
        assertThat(outcome.codes()).containsExactly("GW1901");
        assertThat(tests.generated(PENDING)).doesNotExist();
    }

    @Test
    void entitiesOfADependencyAreThoseOfTheOptionAndOfPersistenceXml() throws IOException {
        TestProject library = new TestProject(directory.resolve("library"));
        entity(library, "Country", "");
        entity(library, "Currency", "");
        entity(library, "Unlisted", "");
        library.compile();
        TestProject project = project(false).dependency(library.classes());
        project.option(GodwitProcessor.ENTITIES, "a.Country, ");
        project.resource("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
                  <persistence-unit name="shop"><class>a.Currency</class></persistence-unit>
                </persistence>
                """);
        project.compile(project.source("package a;\nclass Main {}"));
        assertThat(pending(project))
                .contains("createTable(\"Country\"")
                .contains("createTable(\"Currency\"")
                .doesNotContain("Unlisted");
    }

    @ParameterizedTest(name = "eclipse={0}")
    @ValueSource(booleans = {false, true})
    void theAnnotationsOfAPackageWithoutEntitiesCountInEveryCompilation(boolean eclipse) throws IOException {
        TestProject project = project(eclipse);
        project.write("b/package-info.java", """
                @jakarta.persistence.SequenceGenerator(name = "shared", sequenceName = "shared_numbers")
                package b;
                """);
        Path customer = project.source("""
                package a;
                import jakarta.persistence.*;
                @Entity class Customer { @Id @GeneratedValue(generator = "shared") Long id; }
                """);
        project.compile();
        assertThat(pending(project)).contains("shared_numbers");

        project.accept().compile(customer);
        assertThat(pending(project)).contains("Nothing is pending");
    }

    @Test
    void thePendingMigrationIsNeverAmongTheClasses() throws IOException {
        TestProject project = project(false).withoutGeneratedSources();
        entity(project, "Customer", "");
        Outcome outcome = project.compile();
        assertThat(outcome.codes()).contains("GW1902");
        try (var files = Files.walk(project.classes())) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("PendingMigration"));
        }
    }

    @Test
    void aBuildToolThatCopiesNoResourcesNamesTheSnapshot() throws IOException {
        TestProject committed = new TestProject(directory.resolve("committed")).init();
        TestProject project = new TestProject(directory.resolve("project"))
                .option(
                        GodwitProcessor.SNAPSHOT,
                        committed.classes().resolve(Snapshot.PATH).toString());
        entity(project, "Customer", "");
        project.compile();
        assertThat(pending(project)).contains("createTable(\"Customer\"");
    }

    private TestProject project(boolean eclipse) {
        TestProject project = new TestProject(directory.resolve("project")).init();
        return eclipse ? project.withEclipse() : project;
    }

    private static String pending(TestProject project) throws IOException {
        return Files.readString(project.generated(PENDING));
    }

    private static Path entity(TestProject project, String name, String attribute) {
        return project.source("""
                package a;

                import jakarta.persistence.*;

                @Entity
                public class %s {
                    @Id
                    Long id;
                    %s
                }
                """.formatted(name, attribute));
    }
}
