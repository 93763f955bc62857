package dev.godwit.tool;

import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A schema (a database on MariaDB and MySQL) that is there only for a trial; its connections stand in it. */
final class ScratchSchema implements ConnectionSource, AutoCloseable {

    private final ConnectionSource connections;
    private final String name;

    private ScratchSchema(ConnectionSource connections, String name) {
        this.connections = connections;
        this.name = name;
    }

    /** @throws SQLException when it exists, or may not be created */
    static ScratchSchema create(ConnectionSource connections, String name) throws SQLException {
        execute(connections, "create schema " + name);
        return new ScratchSchema(connections, name);
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = connections.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute(entering(connection) + name);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String entering(Connection connection) throws SQLException {
        return switch (product(connection)) {
            case "postgresql" -> "set search_path to ";
            case "h2" -> "set schema ";
            default -> "use ";
        };
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }

    /** What it holds, Godwit's own tables among it. */
    LiveSchema read() throws SQLException {
        try (Connection connection = open()) {
            return Introspector.read(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        String cascade;
        try (Connection connection = connections.open()) {
            cascade = switch (product(connection)) {
                case "postgresql", "h2" -> " cascade";
                default -> "";
            };
        }
        execute(connections, "drop schema " + name + cascade);
    }

    private static void execute(ConnectionSource connections, String sql) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
