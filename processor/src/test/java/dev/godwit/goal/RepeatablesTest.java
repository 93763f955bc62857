package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.command.Database;
import dev.godwit.command.Migrate;
import dev.godwit.command.Plan;
import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.command.Status;
import dev.godwit.engine.Options;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.tool.ModuleDeployment;
import dev.godwit.tool.TestModule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views from their files to the database. */
class RepeatablesTest {

    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final Options QUIET = Options.DEFAULT.withListener(event -> {});
    private static final String FILES = "src/main/resources/META-INF/godwit/repeatable/";
    private static final String LEDGER = "src/main/resources/META-INF/godwit/migrations";

    @TempDir
    Path directory;

    private TestModule project;
    private Instant clock = Instant.parse("2026-11-22T10:00:00Z");

    @BeforeEach
    void setUp() {
        project = new TestModule(directory);
        project.write("src/main/java/shop/Person.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Person { @Id Long id; Integer age; }
                """);
        new Init(Optional.of("shop.migrations")).run(project.module());
        project.write(FILES + "b_adults.sql", """
                -- reads: Person
                -- drop: drop view if exists b_adults
                create view b_adults as select id, age from Person where age >= 18
                """);
        project.write(FILES + "a_counts.h2.sql", """
                -- after: b_adults
                create or replace view a_counts as select count(*) as n from b_adults
                """);
    }

    @Test
    void areSealedWithTheMigrationAndByThemselves() {
        assertThat(check().problems()).extracting(Problem::code).contains("GW5061");
        Report first = accept();
        assertThat(first.lines()).contains("Sealed the repeatable b_adults.", "Sealed the repeatable a_counts.");
        assertThat(project.read(LEDGER))
                .containsPattern("(?s)\nrepeatable b_adults 20261122100101 1:[0-9a-f]{32}\nrepeatable a_counts ");
        assertThat(check().problems()).isEmpty();
        Map<String, String> before = project.files();

        project.write(
                FILES + "b_adults.sql", project.read(FILES + "b_adults.sql").replace("18", "21"));
        assertThat(check().problems()).singleElement().asString().contains("GW5061", "the text of b_adults is new");
        assertThat(accept().lines()).contains("Sealed the repeatable b_adults.");
        assertThat(check().problems()).isEmpty();
        assertThat(accept().lines()).containsExactly("Nothing is pending.");

        project.write(FILES + "b_adults.sql", before.get(FILES + "b_adults.sql").replace("\n", "\r\n"));
        accept();
        assertThat(project.read(LEDGER).replaceAll(" 2026\\d+ 1:", " "))
                .as("how lines end makes no difference")
                .isEqualTo(before.get(LEDGER).replaceAll(" 2026\\d+ 1:", " "));
    }

    @Test
    void areRunAndShown() {
        accept();
        assertThat(Plan.run(deployment(), Optional.empty()).lines())
                .contains("-- repeatable b_adults: runs behind the migrations")
                .contains("create or replace view a_counts as select count(*) as n from b_adults");
        assertThat(Migrate.run(deployment(), Optional.empty()).lines()).contains("Repeatables: b_adults, a_counts.");
        assertThat(Migrate.run(deployment(), Optional.empty()).lines().get(0)).startsWith("Nothing to do.");
        assertThat(Status.run(deployment(), false).lines()).contains("  repeatable b_adults: as in the ledger");

        project.delete(FILES + "a_counts.h2.sql");
        assertThat(check().problems()).extracting(Problem::code).containsExactly("GW5061");
        assertThat(accept().lines()).anyMatch(line -> line.startsWith("The repeatable a_counts is gone"));
        assertThat(check().problems()).isEmpty();
        assertThat(Migrate.run(deployment(), Optional.empty()).lines()).contains("Repeatables: a_counts.");
        assertThat(Migrate.run(deployment(), Optional.empty()).lines().get(0)).startsWith("Nothing to do.");
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        refused("GW2720", "the words are after, reads and drop", "c.sql", "-- read: Person\nselect 1");
        refused("GW2720", "no statement", "c.sql", "-- Nothing\n");
        refused("GW2720", "drop view if exists", "c.sql", "-- reads: Person\nselect 1");
        refused("GW2721", "c is to run after d", "c.sql", "-- after: d\nselect 1");
        refused("GW2722", "circle", "c.sql", "-- after: c\nselect 1");
        refused("GW5060", "c.oracle.sql", "c.oracle.sql", "select 1");
        refused("GW5060", "1c.sql", "1c.sql", "select 1");
    }

    private void refused(String code, String text, String file, String sql) {
        Map<String, String> before = project.files();
        project.write(FILES + file, sql);
        assertThatThrownBy(this::accept).as(sql).hasMessageStartingWith(code).hasMessageContaining(text);
        project.delete(FILES + file);
        assertThat(project.files()).isEqualTo(before);
    }

    private Report check() {
        return new Check(OFF, Optional.empty()).run(project.module());
    }

    private Report accept() {
        clock = clock.plusSeconds(60);
        return new Accept(
                        new Wording(Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        OFF,
                        Clock.fixed(clock, ZoneOffset.UTC))
                .run(project.module());
    }

    private ModuleDeployment deployment() {
        return new ModuleDeployment(
                project.module(),
                new Database(
                        "jdbc:h2:" + directory.resolve("target/database"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                QUIET);
    }
}
