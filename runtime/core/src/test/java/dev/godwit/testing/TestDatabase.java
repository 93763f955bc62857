package dev.godwit.testing;

import dev.godwit.change.DatabaseKind;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database of its own on a shared server, empty at first. Another process can use it too, except for H2 in memory.
 *
 * @param kind the product
 * @param url JDBC URL
 * @param user never empty
 * @param password may be empty
 * @param disposal SQL that drops the database, run on {@code disposalUrl}
 */
public record TestDatabase(
        DatabaseKind kind, String url, String user, String password, String disposalUrl, String disposal)
        implements AutoCloseable {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Executes statements one by one, each committed. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The names of triggers, and on PostgreSQL of the functions that they call. */
    public Set<String> triggers() throws SQLException {
        String sql = switch (kind) {
            case POSTGRESQL ->
                "select tgname from pg_trigger where not tgisinternal union all"
                        + " select proname from pg_proc where pronamespace = current_schema()::regnamespace";
            case MARIADB, MYSQL ->
                "select trigger_name from information_schema.triggers" + " where trigger_schema = database()";
            case H2 -> "select trigger_name from information_schema.triggers";
        };
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Set<String> triggers = new TreeSet<>();
            while (result.next()) {
                triggers.add(result.getString(1));
            }
            return triggers;
        }
    }

    /**
     * How many sessions wait for a lock; not on H2. InnoDB tells nothing new to who asks more often than each tenth of a
     * second.
     */
    public int waiting() throws SQLException {
        String sql = kind == DatabaseKind.POSTGRESQL
                ? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                : "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Opens a connection each time. */
    public DataSource dataSource() {
        return new Unpooled(this);
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() throws SQLException {
        try (Connection connection = DriverManager.getConnection(disposalUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(disposal);
        }
    }

    @Override
    public String toString() {
        return url;
    }

    private record Unpooled(TestDatabase database) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return database.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(database.url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
