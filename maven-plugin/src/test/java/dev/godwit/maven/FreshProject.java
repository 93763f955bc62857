package dev.godwit.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A project in an empty directory, built by the Maven that builds Godwit, as a new user would. */
final class FreshProject {

    /** How a build ended and what it printed. */
    record Build(int exitCode, List<String> output) {

        boolean ok() {
            return exitCode == 0;
        }

        String text() {
            return String.join("\n", output);
        }

        /** The one line of JSON. */
        String json() {
            return output.stream().filter(line -> line.startsWith("{")).reduce("", String::concat);
        }
    }

    private final Path base;

    private FreshProject(Path base) {
        this.base = base;
    }

    /** Begins with a POM of Hibernate, H2, PostgreSQL, MariaDB and Godwit, and no Java source. */
    static FreshProject named(String name) {
        Path base = Path.of(System.getProperty("it.directory"), name);
        delete(base);
        FreshProject project = new FreshProject(base);
        project.write("pom.xml", pom());
        return project;
    }

    Path path(String file) {
        return base.resolve(file);
    }

    FreshProject write(String file, String text) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.writeString(path(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an entity of package {@code shop}. @param body annotations of the class before its name, a line; then members */
    FreshProject entity(String name, String members) {
        return write("src/main/java/shop/%s.java".formatted(name), """
                package shop;

                import dev.godwit.*;
                import jakarta.persistence.*;

                @Entity
                public class %s {
                %s
                }
                """.formatted(name, members.indent(4)));
    }

    /** What is committed and what is not derived: every file outside of {@code target}, by its path. */
    Map<String, String> files() {
        try (Stream<Path> all = Files.walk(base)) {
            Map<String, String> files = new TreeMap<>();
            all.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString())
                    .filter(file -> !file.startsWith("target"))
                    .forEach(file -> files.put(file, read(file)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs goals and parameters such as {@code godwit:accept} and {@code -Dgodwit.name=first}. */
    Build mvn(String... arguments) {
        List<String> output = new ArrayList<>();
        Properties properties = new Properties();
        List<String> goals = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-D")) {
                String[] parts = argument.substring(2).split("=", 2);
                properties.setProperty(parts[0], parts[1]);
            } else {
                goals.add(argument);
            }
        }
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(base.toFile())
                .setGoals(goals)
                .setProperties(properties)
                .setBatchMode(true)
                .setLocalRepositoryDirectory(
                        Path.of(System.getProperty("it.repository")).toFile())
                .setUserSettingsFile(settings().toFile())
                .setMavenOpts("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .setOutputHandler(output::add);
        try {
            return new Build(
                    new DefaultInvoker()
                            .setMavenHome(
                                    Path.of(System.getProperty("maven.home")).toFile())
                            .execute(request)
                            .getExitCode(),
                    output);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the user's repository holds already is not fetched again. */
    private static Path settings() {
        Path file = Path.of(System.getProperty("it.directory"), "settings.xml");
        try {
            return Files.writeString(file, """
                    <settings>
                      <profiles><profile><id>local</id>
                        <repositories><repository><id>local</id><url>%1$s</url></repository></repositories>
                        <pluginRepositories><pluginRepository><id>local</id><url>%1$s</url></pluginRepository></pluginRepositories>
                      </profile></profiles>
                      <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
                    </settings>
                    """.formatted(
                            Path.of(System.getProperty("user.repository")).toUri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pom() {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>dev.godwit</groupId><artifactId>godwit-runtime</artifactId><version>%1$s</version>
                    </dependency>
                    <dependency>
                      <groupId>org.hibernate.orm</groupId><artifactId>hibernate-core</artifactId><version>%2$s</version>
                    </dependency>
                    <dependency>
                      <groupId>com.h2database</groupId><artifactId>h2</artifactId><version>%3$s</version>
                      <scope>runtime</scope>
                    </dependency>
                    <dependency>
                      <groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>%4$s</version>
                      <scope>runtime</scope>
                    </dependency>
                    <dependency>
                      <groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>%5$s</version>
                      <scope>runtime</scope>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-resources-plugin</artifactId><version>3.3.1</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version>
                        <configuration>
                          <showWarnings>true</showWarnings>
                          <annotationProcessorPaths>
                            <path>
                              <groupId>dev.godwit</groupId><artifactId>godwit-processor</artifactId><version>%1$s</version>
                            </path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                      <plugin>
                        <groupId>dev.godwit</groupId><artifactId>godwit-maven-plugin</artifactId><version>%1$s</version>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        System.getProperty("godwit.version"),
                        System.getProperty("hibernate.version"),
                        System.getProperty("h2.version"),
                        System.getProperty("postgresql.version"),
                        System.getProperty("mariadb.version"));
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
