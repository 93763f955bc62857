package dev.godwit.tool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections straight from a driver of the user's dependencies, which {@link java.sql.DriverManager} does not see
 * because another class loader holds it.
 */
final class DriverDataSource implements DataSource {

    private final Driver driver;
    private final Database database;

    private DriverDataSource(Driver driver, Database database) {
        this.driver = driver;
        this.database = database;
    }

    /**
     * Finds the driver; makes no connection.
     *
     * @param loaders where drivers are looked for, in this order
     * @throws ToolException when none of them knows the URL
     */
    static DriverDataSource of(Database database, List<ClassLoader> loaders) {
        return loaders.stream()
                .flatMap(loader -> driver(database.url(), loader).stream())
                .findFirst()
                .map(driver -> new DriverDataSource(driver, database))
                .orElseThrow(() -> ToolMessages.noDriver(database.display()));
    }

    private static Optional<Driver> driver(String url, ClassLoader loader) {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!drivers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException e) {
                System.getLogger(DriverDataSource.class.getName())
                        .log(System.Logger.Level.DEBUG, "A JDBC driver is passed over", e);
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        database.user().ifPresent(user -> properties.setProperty("user", user));
        database.password().ifPresent(password -> properties.setProperty("password", password));
        Connection connection = driver.connect(database.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver " + driver.getClass().getName() + " refuses the URL");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connects as configured");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("logs nothing");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("logs nothing");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("set it in the URL");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
