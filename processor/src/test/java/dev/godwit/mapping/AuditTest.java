package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.referee.Disagreement;
import dev.godwit.referee.ManagedTypes;
import dev.godwit.referee.Verdict;
import dev.godwit.referee.Zoo;
import dev.godwit.schema.QualifiedName;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of Hibernate Envers, with Hibernate and Envers as the referee. */
class AuditTest {

    private static final String SETTINGS = "org.hibernate.envers.";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "Audits, JPA, use_revision_entity_with_native_id=false",
        "Audits, SPRING, use_revision_entity_with_native_id=false;track_entities_changed_in_revision=true;global_with_modified_flag=true",
        "Audits, JPA, use_revision_entity_with_native_id=false;audit_strategy=org.hibernate.envers.strategy.ValidityAuditStrategy;"
                + "audit_strategy_validity_store_revend_timestamp=true;audit_table_suffix=_H;revision_field_name=R",
        "Revised, JPA, cascade_delete_revision=true"
    })
    void agreesWithEnvers(String source, Naming.Convention naming, String properties) {
        Settings settings = settings(naming, properties);
        List<Path> classPath = compiled(source);
        MappedClasses mapped = MappedClasses.of(classPath, settings, classes());

        assertThat(mapped.messages()).isEmpty();
        Verdict verdict =
                Zoo.judge(mapped.model(), settings, new ManagedTypes(classes(), List.of(), List.of()), classPath);
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.disagreements()).extracting(Disagreement::toString).isEmpty();
    }

    @Test
    void saysThatNativeRevisionsDifferFromDatabaseToDatabase() {
        MappedClasses mapped = MappedClasses.of(compiled("Audits"), settings(Naming.Convention.JPA, "x=y"), classes());

        assertThat(mapped.messages()).singleElement().asString().startsWith("GW1310 at ");
        assertThat(mapped.model().schema().sequence(QualifiedName.of("REVINFO_SEQ")))
                .isPresent();
    }

    @Test
    void leavesEnversOutWhereItsIntegratorDoesNotRun() {
        Settings settings = new Settings(
                "migrations",
                Naming.Convention.JPA,
                false,
                HibernateLine.V7,
                Map.of("hibernate.integration.envers.enabled", "false"));
        assertThat(MappedClasses.of(compiled("Revised"), settings, classes())
                        .model()
                        .schema()
                        .tables())
                .hasSize(2);
    }

    /** Compiles a source with Envers, which is not on the class path of these tests. */
    private List<Path> compiled(String source) {
        try (Stream<Path> jars = Files.list(Path.of("target", "envers"))) {
            List<Path> envers = jars.toList();
            String classPath = Stream.concat(Stream.of(System.getProperty("java.class.path")), envers.stream())
                    .map(Object::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            int failures = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-d",
                            directory.toString(),
                            "-classpath",
                            classPath,
                            Path.of("src/test/resources/envers", source + ".java")
                                    .toString());
            assertThat(failures).isZero();
            return Stream.concat(Stream.of(directory), envers.stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> classes() {
        return ManagedTypes.in(directory).classes();
    }

    private static Settings settings(Naming.Convention naming, String properties) {
        Map<String, String> all = new HashMap<>();
        for (String property : properties.split(";")) {
            String[] parts = property.split("=");
            all.put(SETTINGS + parts[0], parts[1]);
        }
        return new Settings("migrations", naming, false, HibernateLine.V7, all);
    }
}
