package dev.godwit.testing;

import dev.godwit.change.DatabaseKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** PgBouncer, pooling by transaction, before a database; of the operating system's package {@code pgbouncer}. */
public final class PgBouncer implements AutoCloseable {

    private static final Pattern SERVER = Pattern.compile("jdbc:postgresql://[^:/]+:(\\d+)/(\\w+)");
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Process process;
    private final TestDatabase proxied;

    private PgBouncer(Process process, TestDatabase proxied) {
        this.process = process;
        this.proxied = proxied;
    }

    /**
     * Starts it.
     *
     * @param directory for its files
     * @throws TestAbortedException where it is not installed
     */
    public static PgBouncer before(TestDatabase database, Path directory) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new TestAbortedException("There is no " + PROGRAM + ": install pgbouncer.");
        }
        Matcher server = SERVER.matcher(database.url());
        if (database.kind() != DatabaseKind.POSTGRESQL || !server.find()) {
            throw new IllegalArgumentException("PgBouncer is for PostgreSQL, not " + database);
        }
        int port = freePort();
        Path settings = Files.writeString(
                directory.resolve("pgbouncer.ini"), """
                [databases]
                %s = host=127.0.0.1 port=%s user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 20
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.group(2), server.group(1), port));
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, server.group(2));
        PgBouncer bouncer = new PgBouncer(
                started(settings), new TestDatabase(database.kind(), url, "postgres", "", url, "select 1"));
        bouncer.awaitConnections();
        return bouncer;
    }

    private static Process started(Path settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-q"));
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root.
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.resolveSibling("pgbouncer.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitConnections() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Connection connection = proxied.connect()) {
                return;
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("PgBouncer does not answer at " + proxied);
    }

    /** The database as its clients see it. */
    public TestDatabase proxied() {
        return proxied;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
