package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.TestModule;
import dev.godwit.tool.ToolException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {

    private static final String RESOURCES = "src/main/resources/";

    @TempDir
    Path directory;

    private TestModule project;

    @BeforeEach
    void setUp() {
        project = new TestModule(directory);
    }

    @Test
    void writesAnEmptySnapshotAndLedgerBesideTheEntities() {
        entity();
        Report report = new Init(Optional.empty()).run(project.module());
        assertThat(report.ok()).isTrue();
        assertThat(report.lines()).contains("1 entity found.").anyMatch(line -> line.contains("naming"));
        Snapshot written = Snapshot.parse(project.read(RESOURCES + Snapshot.PATH));
        assertThat(written.settings().migrationsPackage()).isEqualTo("shop.model.migrations");
        assertThat(written.schema().tables()).isEmpty();
        assertThat(Ledger.parse(project.read(RESOURCES + Ledger.PATH))).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void takesThePackageThatIsGiven() {
        entity();
        new Init(Optional.of("shop.changes")).run(project.module());
        assertThat(Snapshot.parse(project.read(RESOURCES + Snapshot.PATH))
                        .settings()
                        .migrationsPackage())
                .isEqualTo("shop.changes");
    }

    @Test
    void writesNothingWithoutEntities() {
        project.write("src/main/java/shop/Main.java", "package shop; class Main {}");
        assertThat(new Init(Optional.empty()).run(project.module()).ok()).isTrue();
        assertThat(directory.resolve(RESOURCES)).doesNotExist();
    }

    @Test
    void neverWritesOverAFile() {
        entity();
        project.write(RESOURCES + Ledger.PATH, "precious");
        assertThatThrownBy(() -> new Init(Optional.empty()).run(project.module()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("GW5032")
                .hasMessageContaining(
                        "schema.json is missing, while src/main/resources/META-INF/godwit/migrations is there");
        assertThat(project.read(RESOURCES + Ledger.PATH)).isEqualTo("precious");
        assertThat(directory.resolve(RESOURCES + Snapshot.PATH)).doesNotExist();
    }

    @Test
    void leavesAProjectThatIsSetUpAsItIs() {
        entity();
        new Init(Optional.empty()).run(project.module());
        String snapshot = project.read(RESOURCES + Snapshot.PATH);
        assertThat(new Init(Optional.of("other.place")).run(project.module()).ok())
                .isTrue();
        assertThat(project.read(RESOURCES + Snapshot.PATH)).isEqualTo(snapshot);
    }

    @Test
    void readsSourcesWhoseGeneratedMembersAreMissing() {
        project.write("src/main/java/shop/model/Customer.java", """
                package shop.model;

                import jakarta.persistence.*;

                @Entity
                class Customer extends GeneratedBase {
                    @Id Long id;
                    GeneratedType value = new GeneratedType();
                    String upper() { return getName().toUpperCase(); }
                }
                """);
        assertThat(new Init(Optional.empty()).run(project.module()).lines()).contains("1 entity found.");
    }

    @Test
    void sourcesThatCannotBeParsedAreACodedRefusal() {
        project.write("src/main/java/shop/Broken.java", "package shop; class {");
        assertThatThrownBy(() -> new Init(Optional.empty()).run(project.module()))
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith("GW5011: ")
                .hasMessageContaining("Broken.java:[1,");
    }

    private void entity() {
        project.write("src/main/java/shop/model/Customer.java", """
                package shop.model;

                import jakarta.persistence.*;

                @Entity
                class Customer {
                    @Id Long id;
                }
                """);
    }
}
