package dev.godwit.benchmarks;

import dev.godwit.benchmarks.subject.Connect;
import dev.godwit.benchmarks.subject.FlywayMigrate;
import dev.godwit.benchmarks.subject.GodwitMigrate;
import dev.godwit.benchmarks.subject.LiquibaseUpdate;
import dev.godwit.benchmarks.subject.RawJdbc;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that migrates, or does what a migration has to do at least. */
enum Subject {
    CONNECT(Connect.class, "nothing"),
    RAW_JDBC(RawJdbc.class, "nothing"),
    GODWIT(GodwitMigrate.class, "godwit-runtime"),
    FLYWAY(FlywayMigrate.class, "flyway|jackson"),
    LIQUIBASE(
            LiquibaseUpdate.class,
            "liquibase|opencsv|snakeyaml|jaxb-api|commons-io|commons-lang3|commons-text|commons-collections4");

    private static final Pattern DRIVERS = Pattern.compile("postgresql-|mariadb-java-client");

    private final Class<?> program;
    private final Pattern libraries;

    Subject(Class<?> program, String libraries) {
        this.program = program;
        this.libraries = Pattern.compile(libraries);
    }

    /** What it needs and nothing else, since each jar on a class path costs all who look for a resource. */
    private String classPath(Path migrations) {
        return Stream.concat(
                        Stream.of(migrations),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of)
                                .filter(this::needs))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean needs(Path entry) {
        String name = entry.getFileName().toString();
        return Files.isDirectory(entry)
                || DRIVERS.matcher(name).lookingAt()
                || libraries.matcher(name).lookingAt();
    }

    /** The process, not yet started. */
    ProcessBuilder process(String url, String user, String password, Path migrations, int number) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(migrations),
                "-Dliquibase.analytics.enabled=false",
                program.getName(),
                url,
                user,
                password,
                migrations.toString(),
                Integer.toString(number));
    }
}
