package dev.godwit.benchmarks.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The statements of the migrations by JDBC, each migration committed with one row of history. */
public final class RawJdbc {

    private RawJdbc() {}

    /** @param arguments URL, user, password, the directory of the migrations, their number */
    public static void main(String[] arguments) throws SQLException, IOException {
        Cost cost = new Cost();
        int number = Integer.parseInt(arguments[4]);
        Path files = Path.of(arguments[3], "sql");
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            execute(connection, "create table history (version varchar(64) primary key, description varchar(255))");
            connection.setAutoCommit(false);
            for (int i = 1; i <= number; i++) {
                for (String sql :
                        Files.readString(files.resolve("V" + i + "__m.sql")).split(";\n")) {
                    execute(connection, sql);
                }
                record(connection, i);
                connection.commit();
            }
        }
        cost.print();
    }

    private static void record(Connection connection, int i) throws SQLException {
        String sql = "insert into history (version, description) values (?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, "v" + i);
            insert.setString(2, "table " + i);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
