package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.command.EmbeddedDatabase;
import dev.godwit.command.Report;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.tool.TestModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code godwit:test} in a project, and what {@code godwit:check} believes of it. */
class RehearseTest {

    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final Rehearse ON_H2 = new Rehearse(Optional.empty(), Optional.of(EmbeddedDatabase.Kind.H2), 3);

    @TempDir
    Path directory;

    private TestModule project;
    private Path migration;

    @BeforeEach
    void aMigrationWithRawSql() throws Exception {
        project = new TestModule(directory);
        project.write("src/main/java/shop/Customer.java", """
                package shop;

                import jakarta.persistence.*;

                @Entity
                class Customer {
                    @Id Long id;
                    String name;
                }
                """);
        new Init(Optional.empty()).run(project.module());
        accept(Optional.empty());
        migration = project.only("src/main/java", file -> file.contains("/V"));
        edit("SchemaChanges schema) {", "SchemaChanges schema) { schema.sql(\"select 1\").noSchemaEffect();");
    }

    @Test
    void whatWasTestedIsBelievedForItsFingerprintOnly() throws Exception {
        assertThat(check().lines().get(0)).endsWith("  assumed");

        Report tested = ON_H2.run(project.module());
        assertThat(tested.problems()).isEmpty();
        assertThat(tested.lines()).anySatisfy(line -> assertThat(line).contains("  tested  initial schema (0 rows)"));
        assertThat(check().lines().get(0)).endsWith("  tested");

        edit("select 1", "select 2");
        assertThat(check().lines().get(0)).endsWith("  assumed");
    }

    @Test
    void whatFailsIsNoLongerBelieved() throws Exception {
        ON_H2.run(project.module());
        edit("select 1", "select no_such_column");
        Report failed = ON_H2.run(project.module());

        assertThat(failed.ok()).isFalse();
        assertThat(check().lines().get(0)).endsWith("  assumed");
    }

    private Report check() {
        return new Check(OFF, Optional.empty()).run(project.module());
    }

    private void accept(Optional<String> edited) {
        Wording wording = new Wording(Optional.empty(), Optional.empty());
        assertThat(new Accept(wording, edited, OFF, Clock.systemUTC())
                        .run(project.module())
                        .problems())
                .isEmpty();
    }

    private void edit(String from, String to) throws Exception {
        String text = Files.readString(migration);
        assertThat(text).contains(from);
        Files.writeString(migration, text.replaceFirst(Pattern.quote(from), to));
        String name = migration.getFileName().toString();
        accept(Optional.of(name.substring(1, name.indexOf("__"))));
    }
}
