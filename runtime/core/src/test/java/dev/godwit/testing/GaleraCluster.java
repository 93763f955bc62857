package dev.godwit.testing;

import dev.godwit.change.DatabaseKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Nodes of a MariaDB cluster on this machine; of the packages {@code galera-4}, {@code mariadb-server}, {@code rsync}. */
public final class GaleraCluster implements AutoCloseable {

    /** System property: start the cluster, which takes some ten seconds. */
    public static final String WANTED = "godwit.test.galera";

    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path INSTALLER = Path.of("/usr/bin/mariadb-install-db");
    private static final Path RSYNC = Path.of("/usr/bin/rsync");

    private final Path directory;
    private final List<Node> nodes = new ArrayList<>();

    private record Node(int number, int port, int groupPort, Process process) {}

    private GaleraCluster(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts it.
     *
     * @param directory for its files; nodes started as root work there as the user {@code mysql}
     * @throws TestAbortedException unless it is wanted and installed
     */
    public static GaleraCluster of(int size, Path directory) throws IOException, InterruptedException, SQLException {
        if (!Boolean.getBoolean(WANTED)) {
            throw new TestAbortedException("Only with -D" + WANTED + "=true.");
        }
        for (Path needed : List.of(PROVIDER, SERVER, INSTALLER, RSYNC)) {
            if (!Files.exists(needed)) {
                throw new TestAbortedException("There is no " + needed + ".");
            }
        }
        GaleraCluster cluster = new GaleraCluster(directory);
        try {
            for (int number = 1; number <= size; number++) {
                cluster.add(number);
            }
            return cluster;
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void add(int number) throws IOException, InterruptedException, SQLException {
        Path data = Files.createDirectory(directory.resolve("node" + number));
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            run(List.of("chmod", "755", directory.toString()));
            run(List.of("chown", "mysql", data.toString()));
        }
        String user = "--user=" + (root ? "mysql" : System.getProperty("user.name"));
        run(List.of(
                INSTALLER.toString(),
                "--no-defaults",
                "--datadir=" + data,
                user,
                "--auth-root-authentication-method=normal"));
        int port = freePort();
        int group = freePort();
        int transfer = freePort();
        List<String> command = new ArrayList<>(List.of(
                SERVER.toString(),
                "--no-defaults",
                user,
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--socket=" + data.resolve("socket"),
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-flush-log-at-trx-commit=0",
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-cluster-name=godwit",
                "--wsrep-node-address=127.0.0.1",
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=127.0.0.1:" + freePort(),
                "--wsrep-provider-options=base_port=%d;gmcast.listen_addr=tcp://127.0.0.1:%d;ist.recv_addr=127.0.0.1:%d"
                        .formatted(group, group, transfer),
                "--wsrep-cluster-address=gcomm://" + (nodes.isEmpty() ? "" : "127.0.0.1:" + nodes.get(0).groupPort)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("node" + number + ".log").toFile())
                .start();
        Node node = new Node(number, port, group, process);
        nodes.add(node);
        try {
            await(node);
        } catch (SQLException e) {
            throw new IllegalStateException(Files.readString(directory.resolve("node" + number + ".log")), e);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(Node node) throws InterruptedException, SQLException {
        SQLException last = new SQLException("It never became ready.");
        for (int i = 0; i < 300; i++) {
            try (Connection connection = DriverManager.getConnection(url(node, ""), "root", "");
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("show status like 'wsrep_ready'")) {
                if (result.next() && result.getString(2).equals("ON")) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
            }
            Thread.sleep(100);
        }
        throw last;
    }

    private static String url(Node node, String database) {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(node.port, database);
    }

    /** One database, as it is seen from each node. */
    public List<TestDatabase> database(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(nodes.get(0), ""), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return nodes.stream()
                .map(node -> new TestDatabase(
                        DatabaseKind.MARIADB,
                        url(node, name),
                        "root",
                        "",
                        url(node, ""),
                        "drop database if exists " + name))
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        for (Node node : nodes) {
            node.process.destroy();
        }
        for (Node node : nodes) {
            if (!node.process.waitFor(20, TimeUnit.SECONDS)) {
                node.process.destroyForcibly();
            }
        }
    }
}
