package dev.godwit.testing;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/**
 * Fresh databases on real servers.
 *
 * <pre>{@code
 * try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
 *     database.execute("create table t (id int)");
 * }
 * }</pre>
 *
 * <p>PostgreSQL and MariaDB start once per JVM, when first asked for, and stop with it. There is no MySQL server that
 * could be embedded: its tests run against the server that the system property {@value #MYSQL_URL} names, and are
 * reported as skipped without it.
 */
public final class Databases {

    /** System property: a MySQL server, such as {@code jdbc:mysql://127.0.0.1:3307/?user=root}. */
    public static final String MYSQL_URL = "godwit.test.mysql.url";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** The databases that the tests of every build run on, MySQL being among them where a server is given. */
    public static List<DatabaseKind> kinds() {
        List<DatabaseKind> kinds =
                new ArrayList<>(List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.H2));
        mysqlUrl().ifPresent(url -> kinds.add(DatabaseKind.MYSQL));
        return List.copyOf(kinds);
    }

    /**
     * An empty database.
     *
     * @throws TestAbortedException for MySQL, when no server is given
     */
    public static TestDatabase fresh(DatabaseKind kind) throws SQLException {
        String name = "godwit_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        return switch (kind) {
            case POSTGRESQL -> postgresql(name);
            case MARIADB -> mariadb(name);
            case MYSQL -> mysql(name);
            case H2 -> h2(name);
        };
    }

    private static TestDatabase postgresql(String name) throws SQLException {
        String server = PostgresqlServer.url("postgres");
        create(server, "postgres", "", "create database " + name);
        return new TestDatabase(
                DatabaseKind.POSTGRESQL,
                PostgresqlServer.url(name),
                "postgres",
                "",
                server,
                "drop database if exists " + name + " with (force)");
    }

    private static TestDatabase mariadb(String name) throws SQLException {
        String server = MariadbServer.url("mysql");
        create(server, "root", "", "create database " + name);
        return new TestDatabase(
                DatabaseKind.MARIADB, MariadbServer.url(name), "root", "", server, "drop database if exists " + name);
    }

    private static TestDatabase mysql(String name) throws SQLException {
        String server = mysqlUrl()
                .orElseThrow(() -> new TestAbortedException("No MySQL server: give one by -D" + MYSQL_URL + "=<url>"));
        create(server, "root", "", "create database " + name);
        String url = server.replaceFirst("(jdbc:mysql://[^/]*/)[^?]*", "$1" + name);
        return new TestDatabase(DatabaseKind.MYSQL, url, "root", "", server, "drop database if exists " + name);
    }

    private static TestDatabase h2(String name) {
        String url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        return new TestDatabase(DatabaseKind.H2, url, "sa", "", url, "shutdown");
    }

    private static Optional<String> mysqlUrl() {
        return Optional.ofNullable(System.getProperty(MYSQL_URL)).filter(url -> !url.isBlank());
    }

    private static void create(String url, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
