package dev.godwit.command;

import dev.godwit.engine.server.ConnectionSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Connections straight from a driver of the user's dependencies, which {@link java.sql.DriverManager} does not see
 * because another class loader holds it.
 */
public final class DriverConnections implements ConnectionSource {

    private final Driver driver;
    private final Database database;

    private DriverConnections(Driver driver, Database database) {
        this.driver = driver;
        this.database = database;
    }

    /**
     * Finds the driver; makes no connection.
     *
     * @param loaders where drivers are looked for, in this order
     * @throws CommandException when none of them knows the URL
     */
    public static DriverConnections of(Database database, List<ClassLoader> loaders) {
        return find(database, loaders).orElseThrow(() -> CommandMessages.noDriver(database.display()));
    }

    /** Finds the driver, where one of the loaders has it; makes no connection. */
    public static Optional<DriverConnections> find(Database database, List<ClassLoader> loaders) {
        return loaders.stream()
                .flatMap(loader -> driver(database.url(), loader).stream())
                .findFirst()
                .map(driver -> new DriverConnections(driver, database));
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
                System.getLogger(DriverConnections.class.getName())
                        .log(System.Logger.Level.DEBUG, "A JDBC driver is passed over", e);
            }
        }
    }

    @Override
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        database.user().ifPresent(user -> properties.setProperty("user", user));
        database.password().ifPresent(password -> properties.setProperty("password", password));
        Connection connection = driver.connect(database.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver " + driver.getClass().getName() + " refuses the URL");
        }
        return connection;
    }
}
