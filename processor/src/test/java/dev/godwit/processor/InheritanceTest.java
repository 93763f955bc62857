package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.processor.TestProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that are given another inheritance strategy, and nothing else: what stands in the migration. */
class InheritanceTest {

    @TempDir
    Path directory;

    private TestProject project;

    @BeforeEach
    void setUp() {
        project = new TestProject(directory).init();
    }

    private void entity(String declaration, String attributes) {
        project.source("""
                package a;

                import jakarta.persistence.*;

                @Entity
                %s {
                    %s
                }
                """.formatted(declaration, attributes.replace("; ", ";\n    ")));
    }

    private void animals(String strategy, String modifier) {
        entity(
                "@Inheritance(strategy = InheritanceType.%s) %s class Animal".formatted(strategy, modifier),
                "@Id Long id; String name;");
        entity("class Cat extends Animal", "int lives; String colour;");
        entity("class HouseCat extends Cat", "");
        entity("@DiscriminatorValue(\"D\") class Dog extends Animal", "String colour;");
        entity("class Toy", "@Id Long id; @ManyToOne Cat cat;");
    }

    private String pending() throws IOException {
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isTrue();
        assertThat(outcome.codes()).doesNotContain("GW1203", "GW1208", "GW1209", "GW1231", "GW1240");
        return Files.readString(project.generated("a/migrations/PendingMigration.java"));
    }

    @Test
    void aChangedStrategyIsAllThatHasToBeSaid() throws IOException {
        animals("JOINED", "");
        project.accept();
        animals("SINGLE_TABLE", "");
        String single = pending();
        assertThat(single).contains("""
                        schema.moveValues("Cat", "Animal", v -> v
                                .join("id", "id")
                                .column("colour")
                                .column("lives")
                                .marks("DTYPE", "Cat"));
                """, """
                        schema.moveValues("HouseCat", "Animal", v -> v
                                .join("id", "id")
                                .marks("DTYPE", "HouseCat"));
                """, """
                        schema.moveValues("Dog", "Animal", v -> v
                                .join("id", "id")
                                .column("colour")
                                .marks("DTYPE", "D"));
                """, """
                        schema.moveValues("Animal", "Cat", v -> v
                                .join("id", "id")
                                .column("colour")
                                .column("lives")
                                .newRows("DTYPE", "Cat", "HouseCat"));
                """).contains("'Animal'");
        project.accept();
        animals("JOINED", "");
        assertThat(pending())
                .contains(".newRows(\"DTYPE\", \"Cat\", \"HouseCat\")", ".newRows(\"DTYPE\", \"HouseCat\")")
                .contains(".newRows(\"DTYPE\", \"D\")", ".marks(\"DTYPE\", \"Cat\")")
                .contains("'Animal'");
    }

    private void vehicles(String strategy) {
        entity(
                "@Inheritance(strategy = InheritanceType.%s) abstract class Vehicle".formatted(strategy),
                "@Id Long id;");
        entity("abstract class Motor extends Vehicle", "");
        entity("class Car extends Motor", "int doors;");
    }

    /** No row is of an abstract class, and its table tells no kind; the kind is there before it may not be empty. */
    @Test
    void abstractClasses() throws IOException {
        vehicles("JOINED");
        project.accept();
        vehicles("SINGLE_TABLE");
        assertThat(pending())
                .contains("addColumn(\"DTYPE\", varchar(31).check(")
                .contains(".marks(\"DTYPE\"))", ".marks(\"DTYPE\", \"Car\")", ".newRows(\"DTYPE\", \"Car\")")
                .contains("alterColumn(\"DTYPE\"");
    }

    /** What the snapshot does not know of its tables, nobody can. */
    @Test
    void asksWhereNothingSaysOfWhichClassATableWas() throws IOException {
        animals("JOINED", "");
        project.accept();
        Path snapshot = project.classes().resolve("META-INF/godwit/schema.json");
        Files.writeString(snapshot, Files.readString(snapshot).replace("a.Dog", "a.Hound"));
        animals("SINGLE_TABLE", "");
        Outcome outcome = project.compile();
        assertThat(outcome.only("GW1240").text())
                .contains("which values of Dog is of which class")
                .contains("schema.moveValues(\"Dog\", \"Animal\", ….marks(\"<discriminator column>\", \"<value>\"))");
        assertThat(outcome.only("GW1240").file()).contains("Animal.java");
        assertThat(Files.readString(project.generated("a/migrations/PendingMigration.java")))
                .doesNotContain("marks");
    }

    /** The same column stands in JOINED tables: both versions write it. */
    @Test
    void aDiscriminatorThatIsThereTellsKindsToo() throws IOException {
        String kind =
                " @DiscriminatorColumn(name = \"kind\", discriminatorType = DiscriminatorType.INTEGER) class Animal";
        entity("@Inheritance(strategy = InheritanceType.JOINED)" + kind, "@Id Long id;");
        entity("@DiscriminatorValue(\"7\") class Cat extends Animal", "int lives;");
        project.accept();
        entity("@Inheritance(strategy = InheritanceType.SINGLE_TABLE)" + kind, "@Id Long id;");
        assertThat(pending())
                .contains(".marks(\"kind\", \"7\")", ".newRows(\"kind\", \"7\")")
                .doesNotContain("addColumn(\"kind\"");
    }

    /** A class that gets its first subclass: the rows that are there are its own. */
    @Test
    void theFirstSubclassNeedsNoWord() throws IOException {
        entity("class Animal", "@Id Long id;");
        project.accept();
        entity("class Cat extends Animal", "Integer lives;");
        assertThat(pending()).contains("varchar(31).notNull()", "\"'Animal'\"").doesNotContain("moveValues");
    }

    /** Annotations on the attributes are not needed, and say nothing else. */
    @Test
    void whatIsDeclaredBesideIsTheSame() throws IOException {
        animals("JOINED", "");
        project.accept();
        animals("SINGLE_TABLE", "");
        entity(
                "@DiscriminatorValue(\"D\") class Dog extends Animal",
                "@dev.godwit.MovedFrom(table = \"Dog\") String colour;");
        assertThat(pending()).containsOnlyOnce("schema.moveValues(\"Dog\"");
    }
}
