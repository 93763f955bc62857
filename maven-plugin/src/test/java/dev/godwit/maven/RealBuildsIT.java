package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.maven.FreshProject.Build;
import org.junit.jupiter.api.Test;

/**
 * A reactor as applications have it: a naming strategy of their own, mapped superclasses in another module, accessors by
 * Lombok, the static metamodel by hibernate-processor in the same compilation.
 */
class RealBuildsIT {

    private static final String MIGRATION =
            "model/target/generated-sources/annotations/shop/migrations/PendingMigration.java";

    private static final String LOMBOK = System.getProperty("lombok.version");

    @Test
    void derivesOneModelFromAllOfThem() {
        FreshProject project = reactor("reactor", "shop.naming.Upper");

        Build first = project.mvn("godwit:init", "godwit:accept", "compile", "godwit:check");

        assertThat(first.ok()).withFailMessage(first::text).isTrue();
        assertThat(first.text()).containsPattern("Hibernate 7\\S+ would create the same schema in (\\d+) of \\1 facts");
        assertThat(project.read(MIGRATION)).contains("Nothing is pending");
        assertThat(project.read("model/src/main/resources/META-INF/godwit/schema.json"))
                .contains("X_FIELDS", "X_PROPERTIES", "X_LABEL", "X_WORTH");
        assertThat(project.path("model/target/generated-sources/annotations/shop/Fields_.java"))
                .exists();

        Build second = project.mvn("clean", "compile");

        assertThat(second.ok()).withFailMessage(second::text).isTrue();
        assertThat(second.text()).doesNotContain("GW1903");
        assertThat(project.read(MIGRATION)).contains("Nothing is pending");
    }

    @Test
    void saysWhatToDoWithAStrategyOfTheCompilationItself() {
        FreshProject project = reactor("own-strategy", "shop.Own");
        project.write("model/src/main/java/shop/Own.java", strategy("shop", "Own"));

        Build build = project.mvn("compile", "godwit:init", "godwit:accept");

        assertThat(build.ok()).isFalse();
        assertThat(build.text()).contains("GW2407: ", "GW1101: ", "shop.Own is not on the processor path");
    }

    private static FreshProject reactor(String name, String strategy) {
        FreshProject project = FreshProject.named(name);
        String pom = project.read("pom.xml");
        project.write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>reactor</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules><module>naming</module><module>base</module><module>model</module></modules>
                  <build><plugins><plugin>
                    <groupId>dev.godwit</groupId><artifactId>godwit-maven-plugin</artifactId><version>%s</version>
                  </plugin></plugins></build>
                </project>
                """.formatted(System.getProperty("godwit.version")));
        project.write("naming/pom.xml", pom.replace(">shop<", ">naming<"));
        String metamodel = path("org.hibernate.orm", "hibernate-processor", System.getProperty("hibernate.version"));
        project.write(
                "base/pom.xml",
                pom.replace(">shop<", ">base<")
                        .replace("<annotationProcessorPaths>", "<annotationProcessorPaths>" + metamodel));
        project.write(
                "model/pom.xml",
                pom.replace(">shop<", ">model<")
                        .replaceFirst(
                                "<dependencies>",
                                "<dependencies>" + dependency("com.example", "base", "1")
                                        + dependency("com.example", "naming", "1")
                                        + dependency("org.projectlombok", "lombok", LOMBOK))
                        .replace(
                                "<annotationProcessorPaths>",
                                "<annotationProcessorPaths>" + path("com.example", "naming", "1")
                                        + path("org.projectlombok", "lombok", LOMBOK)
                                        + metamodel));
        project.write("naming/src/main/java/shop/naming/Upper.java", strategy("shop.naming", "Upper"));
        project.write("base/src/main/java/shop/base/Labelled.java", """
                package shop.base;
                import jakarta.persistence.*;
                @MappedSuperclass
                public abstract class Labelled<W> {
                    @Id @GeneratedValue private Long id;
                    @Column(length = 20) private String label;
                    private W worth;
                }
                """);
        project.write("base/src/main/java/shop/base/Address.java", """
                package shop.base;
                import jakarta.persistence.*;
                @Embeddable
                public record Address(String street, @Column(length = 9) String code) {}
                """);
        project.write("model/src/main/java/shop/Fields.java", """
                package shop;
                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.util.*;
                import lombok.*;
                @Entity @Data @EqualsAndHashCode(callSuper = false)
                public class Fields extends shop.base.Labelled<BigDecimal> {
                    private shop.base.Address home;
                    @ElementCollection private Map<String, shop.base.Address> places;
                    @ManyToOne private Properties owner;
                    private boolean open;
                }
                """);
        project.write("model/src/main/java/shop/Properties.java", """
                package shop;
                import jakarta.persistence.*;
                import java.util.*;
                import lombok.*;
                @Entity @Access(AccessType.PROPERTY) @Getter @Setter
                public class Properties {
                    private Long number;
                    private String title;
                    private boolean closed;
                    @Getter(AccessLevel.NONE) private String secret;
                    @Id public Long getNumber() { return number; }
                }
                """);
        project.write("model/src/main/resources/META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
                  <persistence-unit name="shop">
                    <properties>
                      <property name="hibernate.physical_naming_strategy" value="%s"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """.formatted(strategy));
        return project;
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependency>" + coordinates(group, artifact, version) + "</dependency>";
    }

    private static String path(String group, String artifact, String version) {
        return "<path>" + coordinates(group, artifact, version) + "</path>";
    }

    private static String coordinates(String group, String artifact, String version) {
        return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                .formatted(group, artifact, version);
    }

    /** Column and table names in upper case, behind an X. */
    private static String strategy(String packageName, String name) {
        return """
                package %s;
                import org.hibernate.boot.model.naming.*;
                import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
                public class %s extends PhysicalNamingStrategyStandardImpl {
                    @Override
                    public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
                        return Identifier.toIdentifier("X_" + name.getText().toUpperCase());
                    }
                    @Override
                    public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
                        return Identifier.toIdentifier("X_" + name.getText().toUpperCase());
                    }
                }
                """.formatted(packageName, name);
    }
}
