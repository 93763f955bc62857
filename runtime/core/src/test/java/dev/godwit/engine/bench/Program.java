package dev.godwit.engine.bench;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A whole process to measure: {@code connect}, {@code godwit} or {@code raw} with a URL and a user.
 *
 * <p>It prints the milliseconds of wall time since main began and of CPU time since the process began.
 */
final class Program {

    private Program() {}

    public static void main(String[] arguments) throws SQLException {
        long start = System.nanoTime();
        String url = arguments[1];
        String user = arguments[2];
        switch (arguments[0]) {
            case "connect" -> DriverManager.getConnection(url, user, "").close();
            case "raw" -> raw(url, user, Integer.parseInt(arguments[3]));
            default ->
                Engine.of(
                                MigrationSource.onClassPath(Program.class.getClassLoader()),
                                () -> DriverManager.getConnection(url, user, ""),
                                Options.DEFAULT.withListener(event -> {}))
                        .migrate(Optional.empty());
        }
        long wall = (System.nanoTime() - start) / 1_000_000;
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(wall + " " + cpu);
    }

    /** The same statements, each migration committed with one row of history. */
    private static void raw(String url, String user, int number) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            execute(connection, "create table history (version varchar(64) primary key, description varchar(255))");
            connection.setAutoCommit(false);
            for (int i = 1; i <= number; i++) {
                execute(connection, """
                        create table t%d (id bigint not null, a varchar(40), b varchar(40), c integer,
                        d timestamp(6), e numeric(12, 2), primary key (id))""".formatted(i));
                execute(connection, "create index ix_t%1$d_a on t%1$d (a)".formatted(i));
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into history (version, description) values (?, ?)")) {
                    insert.setString(1, "v" + i);
                    insert.setString(2, "table " + i);
                    insert.executeUpdate();
                }
                connection.commit();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
