package dev.godwit.project.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.mapping.Message;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.model.Settings.Naming.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDiscoveryTest {

    private static final String HIBERNATE = "org/hibernate/boot/MetadataSources.class";
    private static final String PROVIDER = "META-INF/services/jakarta.validation.spi.ValidationProvider";
    private static final String SPRING = "org/springframework/boot/hibernate/SpringImplicitNamingStrategy.class";

    @TempDir
    Path project;

    private final List<Path> jars = new ArrayList<>();

    @Test
    void aProjectWithoutAnythingHasTheDefaultsAndSaysSo() {
        Discovered found = discover();

        assertThat(found.settings())
                .isEqualTo(new Settings("com.example.db", Convention.JPA, false, HibernateLine.V7, Map.of()));
        assertThat(found.notes())
                .extracting(Note::toString)
                .containsExactly(
                        "naming jpa: names as Hibernate makes them by default (Spring Boot is not on the class path)",
                        "beanValidation off: Bean Validation does not shape the schema (no provider is on the class path)",
                        "hibernate 7: the rules of this line decide (hibernate-core is not on the class path)");
        assertThat(found.messages()).isEmpty();
    }

    @Test
    void springBootAndAValidatorOnTheClassPathDecide() throws IOException {
        jar("hibernate-core-6.6.56.Final.jar", "6.6.56.Final", HIBERNATE);
        jar("hibernate-validator-8.0.3.Final.jar", "8.0.3.Final", PROVIDER);
        jar("spring-boot-hibernate-4.0.0.jar", "4.0.0", SPRING);

        Settings settings = discover().settings();

        assertThat(settings.naming()).isEqualTo(Convention.SPRING);
        assertThat(settings.beanValidation()).isTrue();
        assertThat(settings.hibernate()).isEqualTo(HibernateLine.V6_6);
    }

    @Test
    void readsPersistenceXml() throws IOException {
        persistenceXml("""
                <validation-mode>NONE</validation-mode>
                <properties>
                  <property name="hibernate.default_schema" value=" sales "/>
                  <property name="hibernate.globally_quoted_identifiers" value="TRUE"/>
                  <property name="hibernate.type.preferred_uuid_jdbc_type" value="12"/>
                  <property name="hibernate.show_sql" value="true"/>
                </properties>
                """);
        jar("validator-1.jar", "1", PROVIDER);

        Discovered found = discover();

        assertThat(found.settings().properties())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "sales",
                        "hibernate.globally_quoted_identifiers", "true",
                        "hibernate.type.preferred_uuid_jdbc_type", "VARCHAR"));
        assertThat(found.settings().beanValidation()).isFalse();
        assertThat(found.notes())
                .contains(new Note(
                        "hibernate.default_schema",
                        "sales",
                        project.resolve("META-INF/persistence.xml").toString(),
                        "tables that name no schema are in this one"));
        assertThat(found.messages()).isEmpty();
    }

    @Test
    void readsTheDefaultsOfMappingFilesWhereNoSettingIsStrongerThanThem() throws IOException {
        file("db/birds.xml", """
                <entity-mappings><persistence-unit-metadata><persistence-unit-defaults>
                  <schema>birds</schema><catalog>zoo</catalog><delimited-identifiers/>
                </persistence-unit-defaults></persistence-unit-metadata></entity-mappings>
                """);
        file("application.properties", """
                spring.jpa.mapping-resources=db/birds.xml
                spring.jpa.properties.hibernate.default_schema=fowl
                """);

        assertThat(discover().settings().properties())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "fowl",
                        "hibernate.default_catalog", "zoo",
                        "hibernate.globally_quoted_identifiers", "true"));
    }

    @Test
    void readsTheBaseDocumentOfApplicationYaml() throws IOException {
        file("application.yml", """
                spring:
                  jpa:
                    hibernate:
                      naming:
                        physicalStrategy: org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl
                    properties:
                      hibernate:
                        timezone.default_storage: NORMALIZE_UTC
                        auto_quote_keyword: on
                        default_schema: ${DB_SCHEMA:crm}
                      "[hibernate.type.prefer_native_enum_types]": true
                ---
                spring.config.activate.on-profile: test
                spring.jpa.properties.hibernate.default_schema: test
                """);
        jar("spring-boot-hibernate-4.0.0.jar", "4.0.0", SPRING);

        Discovered found = discover();

        assertThat(found.settings().properties())
                .isEqualTo(Map.of(
                        "hibernate.timezone.default_storage", "normalize_utc",
                        "hibernate.auto_quote_keyword", "true",
                        "hibernate.default_schema", "crm",
                        "hibernate.type.prefer_native_enum_types", "true"));
        assertThat(found.settings().naming())
                .isEqualTo(new Naming.Classes(
                        "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl"));
        assertThat(found.messages()).isEmpty();
    }

    @Test
    void readsTheBaseDocumentOfApplicationProperties() throws IOException {
        file("application.properties", """
                spring.jpa.properties.hibernate.default_catalog=main
                #---
                spring.config.activate.on-profile=test
                spring.jpa.properties.hibernate.default_catalog=other
                """);

        assertThat(discover().settings().properties()).isEqualTo(Map.of("hibernate.default_catalog", "main"));
    }

    @Test
    void aStrongerFileWinsAndTheContradictionIsSaid() throws IOException {
        file("hibernate.properties", "hibernate.default_schema=weak\n");
        file("application.properties", "spring.jpa.properties.hibernate.default_schema=strong\n");

        Discovered found = discover();

        assertThat(found.settings().properties()).containsEntry("hibernate.default_schema", "strong");
        assertThat(found.messages()).singleElement().satisfies(message -> {
            assertThat(message.code()).isEqualTo("GW2403");
            assertThat(message.text())
                    .startsWith("hibernate.default_schema is strong in ")
                    .contains("application.properties, and weak in ")
                    .contains("hibernate.properties");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "hibernate.mapping.default_list_semantics, set, GW2402, 'it takes bag, list'",
        "hibernate.type.preferred_boolean_jdbc_type, yesno, GW2402, 'a name of org.hibernate.type.SqlTypes'",
        "hibernate.default_schema, ${SCHEMA}, GW2404, 'only known at run time'",
        "jakarta.persistence.validation.mode, sometimes, GW2402, 'auto, callback, ddl or none'",
        "jakarta.persistence.validation.mode, ddl, GW2406, 'Add org.hibernate.validator:hibernate-validator'",
        "hibernate.physical_naming_strategy, com.example.Own, GW2407, 'move it into a module of its own'"
    })
    void leavesOutWhatItDoesNotUnderstandWithACode(String key, String value, String code, String text)
            throws IOException {
        file("hibernate.properties", key + "=" + value + "\n");

        Discovered found = discover();

        assertThat(found.settings().properties()).doesNotContainKey(key);
        assertThat(found.messages()).singleElement().satisfies(message -> {
            assertThat(message.code()).isEqualTo(code);
            assertThat(message.text()).contains(text);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "application.yml, 'spring: [', line 1",
        "application.properties, 'a=\\u00zz', encoding",
        "META-INF/persistence.xml, '<persistence>', line 1",
        "META-INF/persistence.xml, '<!DOCTYPE p SYSTEM \"file:///etc/passwd\"><p/>', DOCTYPE"
    })
    void saysWhyAFileCannotBeRead(String name, String content, String text) throws IOException {
        file(name, content);

        assertThat(discover().messages()).singleElement().satisfies(message -> {
            assertThat(message.code()).isEqualTo("GW2401");
            assertThat(message.text()).contains(name).contains(text);
        });
    }

    @Test
    void saysThatUnitsDiffer() throws IOException {
        file("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence">
                  <persistence-unit name="one">
                    <properties><property name="hibernate.default_schema" value="a"/></properties>
                  </persistence-unit>
                  <persistence-unit name="two"/>
                </persistence>
                """);

        Discovered found = discover();

        assertThat(found.settings().properties()).containsEntry("hibernate.default_schema", "a");
        assertThat(found.messages()).extracting(Message::code).containsExactly("GW2409");
    }

    @Test
    void takesTheNearestLineOfAHibernateThatItDoesNotKnow() throws IOException {
        jar("hibernate-core.jar", "6.4.8.Final", HIBERNATE);

        Discovered found = discover();

        assertThat(found.settings().hibernate()).isEqualTo(HibernateLine.V6_6);
        assertThat(found.messages()).extracting(Message::code).containsExactly("GW2405");
    }

    @Test
    void aChangedSettingIsOneMessage() {
        Settings recorded = new Settings(
                "db", Convention.JPA, true, HibernateLine.V6_6, Map.of("hibernate.default_schema", "sales"));
        Settings effective = new Settings("db", Convention.SPRING, true, HibernateLine.V7, Map.of());

        Optional<Message> message = SettingsDiscovery.changed(recorded, effective);

        assertThat(message.orElseThrow().code()).isEqualTo("GW2408");
        assertThat(message.orElseThrow().text())
                .contains("naming is jpa there and spring in the project")
                .contains("Hibernate is 6.6 there and 7 in the project")
                .contains("hibernate.default_schema is sales there and not set in the project")
                .doesNotContain("Bean Validation is");
        assertThat(SettingsDiscovery.changed(recorded, recorded)).isEmpty();
    }

    private Discovered discover() {
        return SettingsDiscovery.discover("com.example.db", new ClassPath(jars), List.of(project));
    }

    private void persistenceXml(String content) throws IOException {
        file("META-INF/persistence.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop">%s</persistence-unit>
                </persistence>
                """.formatted(content));
    }

    private void file(String name, String content) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void jar(String name, String version, String entry) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path file = project.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.closeEntry();
        }
        jars.add(file);
    }
}
