package dev.godwit.command;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Product;
import dev.godwit.engine.Hook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of SQL statements, executed on the working connection. PostgreSQL and H2 take it as a whole; for MariaDB and
 * MySQL, which take one statement at a time, a semicolon at the end of a line ends each.
 */
final class HookScript implements Hook {

    private static final Pattern END = Pattern.compile(";[ \\t]*(?:\\R|$)");

    private final String sql;

    private HookScript(String sql) {
        this.sql = sql;
    }

    /** Reads it before the run begins. @throws CommandException when that is not possible */
    static HookScript read(String name, Path file) {
        try {
            return new HookScript(Files.readString(file));
        } catch (IOException e) {
            throw CommandMessages.unreadableHook(name, file, e);
        }
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements(Product.of(connection).kind())) {
                statement.execute(each);
            }
        }
    }

    List<String> statements(DatabaseKind kind) {
        Stream<String> parts = switch (kind) {
            case POSTGRESQL, H2 -> Stream.of(sql);
            case MARIADB, MYSQL -> END.splitAsStream(sql);
        };
        return parts.map(String::strip).filter(HookScript::saysSomething).toList();
    }

    private static boolean saysSomething(String statement) {
        return statement
                .lines()
                .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("--"));
    }
}
