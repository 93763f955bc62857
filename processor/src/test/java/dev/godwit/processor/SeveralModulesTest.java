package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model whose classes come from several modules. */
class SeveralModulesTest {

    @TempDir
    Path directory;

    private Path jar;

    /** A library with a mapped superclass, an embeddable, a converter and two entities, one within a class. */
    @BeforeEach
    void library() throws IOException {
        TestProject library = new TestProject(directory.resolve("library"));
        library.source("""
                package lib;
                import jakarta.persistence.*;
                @MappedSuperclass public abstract class Numbered<T> {
                  @Id @GeneratedValue Long id;
                  @Column(length = 30) protected String label;
                  protected T kind;
                }
                """);
        library.source("""
                package lib;
                import jakarta.persistence.*;
                @Embeddable public record Span(@Column(name = "from_km") int from, int until) {}
                """);
        library.source("""
                package lib;
                import jakarta.persistence.*;
                @Converter(autoApply = true) public class Yes implements AttributeConverter<Boolean, String> {
                  public String convertToDatabaseColumn(Boolean yes) { return yes ? "Y" : "N"; }
                  public Boolean convertToEntityAttribute(String text) { return text.equals("Y"); }
                }
                """);
        library.source("""
                package lib;
                import jakarta.persistence.*;
                @Entity public class River extends Numbered<String> { @Embedded Span reach; }
                """);
        library.source("""
                package lib;
                import jakarta.persistence.*;
                public class Waters { @Entity public static class Lake extends Numbered<Integer> { } }
                """);
        assertThat(library.compile().success()).isTrue();
        jar = archive(library.classes(), directory.resolve("app/lib/waters.jar"));
    }

    private static Path archive(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
            }
        }
        return jar;
    }

    private TestProject app() {
        TestProject app = new TestProject(directory.resolve("app")).init().dependency(jar);
        app.source("""
                package a;
                import jakarta.persistence.*;
                @Entity class Bridge extends lib.Numbered<java.math.BigDecimal> {
                  @ManyToOne lib.River river;
                  @Embedded lib.Span span;
                  Boolean open;
                }
                """);
        return app;
    }

    private static String pending(TestProject project) {
        try {
            return Files.readString(project.generated("a/migrations/PendingMigration.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib.River,lib.Yes,lib.Waters$Lake", "lib.*"})
    void namesClassesOrTheirPackageInTheOption(String entities) {
        TestProject app = app().option(GodwitProcessor.ENTITIES, entities);

        Outcome outcome = app.compile();

        assertThat(outcome.success()).isTrue();
        assertWhole(pending(app));
    }

    @Test
    void eclipseFindsThePackageToo() {
        TestProject app = app().option(GodwitProcessor.ENTITIES, "lib.*").withEclipse();
        app.compile();
        assertWhole(pending(app));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<jar-file>lib/waters.jar</jar-file>",
                "<class>lib.River</class><class>lib.Yes</class><class>lib.Waters$Lake</class>"
            })
    void listsThemInPersistenceXml(String listing) {
        TestProject app = app();
        persistenceXml(app, listing);
        assertThat(app.compile().success()).isTrue();
        assertWhole(pending(app));
    }

    private static void persistenceXml(TestProject app, String listing) {
        app.resource("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
                  <persistence-unit name="waters">%s</persistence-unit>
                </persistence>
                """.formatted(listing));
    }

    private static void assertWhole(String pending) {
        assertThat(pending)
                .contains("createTable(\"Bridge\"", "createTable(\"River\"", "createTable(\"Waters$Lake\"")
                .containsPattern("\"kind\", numeric\\(38, 2\\)")
                .containsPattern("\"kind\", varchar\\(255\\)")
                .containsPattern("\"open\", (varchar\\(255\\)|character)")
                .contains("\"from_km\"", "references(\"River\"");
    }

    @Test
    void saysWhichClassIsMissingRatherThanLeaveItsTableOut() {
        TestProject app = app().option(GodwitProcessor.ENTITIES, "lib.River, lib.Brook");
        Outcome outcome = app.compile();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.only("GW1905").text()).contains("lib.Brook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/brooks.jar", "http://example.org/a.jar", "classes/META-INF/persistence.xml"})
    void saysWhichJarIsMissing(String name) {
        TestProject app = app();
        persistenceXml(app, "<jar-file>%s</jar-file>".formatted(name));
        assertThat(app.compile().codes()).contains("GW1906");
    }

    @Test
    void aTargetThatIsNoPartOfTheUnitIsSaidAtTheAssociation() {
        TestProject app = app();
        assertThat(app.compile().only("GW1014").at()).contains("river");
    }
}
