package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.ledger.Ledger;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.tool.TestModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code godwit:check} says about committed migrations: hazards, the reasons for them, and databases left out. */
class CheckHazardsTest {

    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final Wording UNSAID = new Wording(Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    private TestModule project;

    @BeforeEach
    void aColumnThatWasDropped() {
        project = new TestModule(directory);
        customer("String name; String email;");
        new Init(Optional.of("shop.migrations")).run(project.module());
        accept(Optional.empty());
        customer("@SuppressWarnings(\"GW1201\") String name;");
        accept(Optional.empty());
    }

    private void customer(String members) {
        project.write(
                "src/main/java/shop/Customer.java",
                "package shop; import jakarta.persistence.*; @Entity class Customer { @Id Long id; " + members + " }");
    }

    private void accept(Optional<String> edited) {
        new Accept(UNSAID, edited, OFF, Clock.systemUTC()).run(project.module());
    }

    /** Edits the newest migration and seals it. */
    private void edit(String from, String to) {
        String version = Ledger.parse(project.read("src/main/resources/" + Ledger.PATH))
                .head()
                .orElseThrow()
                .version()
                .text();
        String file = directory
                .relativize(project.only("src/main/java", path -> path.contains("/V" + version)))
                .toString();
        String source = project.read(file);
        assertThat(source).contains(from);
        project.write(file, source.replace(from, to));
        accept(Optional.of(version));
    }

    private List<String> check() {
        return new Check(OFF, Optional.empty()).run(project.module()).lines();
    }

    @Test
    void aHazardIsSaidUntilTheMigrationSaysWhyItIsNone() {
        assertThat(check()).anySatisfy(line -> assertThat(line).contains("GW4101 (loses data)"));

        edit(
                "@MigrationInfo(",
                "@dev.godwit.AcceptedHazard(code = \"GW4101\", why = \"nobody has read it since March\")\n@MigrationInfo(");

        assertThat(check())
                .anySatisfy(line ->
                        assertThat(line).contains("GW4101 accepted for Customer.email: nobody has read it since March"))
                .noneSatisfy(line -> assertThat(line).contains("GW4101 (loses data)"));
    }

    @Test
    void sqlForSomeDatabasesIsSaidToLackOthers() {
        edit(
                "up(SchemaChanges schema) {",
                "up(SchemaChanges schema) { schema.sql(\"create extension if not exists pg_trgm\")"
                        + ".on(dev.godwit.change.DatabaseKind.POSTGRESQL).noSchemaEffect().idempotent();");

        assertThat(check())
                .anySatisfy(line -> assertThat(line)
                        .contains("GW4130")
                        .contains("does nothing on MARIADB, MYSQL, H2")
                        .contains("create extension"));
    }
}
