package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * PostgreSQL's {@code COPY … FROM STDIN} in its text format. The driver's own interface is reached by name, since the
 * driver comes with the application and from its class loader.
 */
final class PostgresqlCopy implements Writer {

    private final Object copies;
    private final String sql;

    private PostgresqlCopy(Object copies, String sql) {
        this.copies = copies;
        this.sql = sql;
    }

    /** Empty where the driver is another one. */
    static Optional<PostgresqlCopy> of(Connection connection, Dialect dialect, CopiedTable table) {
        String columns = table.columns().stream()
                .map(column -> dialect.quote(column.name()))
                .collect(Collectors.joining(", "));
        String sql = "copy %s (%s) from stdin".formatted(dialect.quote(table.name()), columns);
        try {
            Connection raw = connection.getMetaData().getConnection();
            Class<?> driver = Class.forName(
                    "org.postgresql.PGConnection", false, raw.getClass().getClassLoader());
            Object copies = driver.getMethod("getCopyAPI").invoke(connection.unwrap(driver));
            return Optional.of(new PostgresqlCopy(copies, sql));
        } catch (ReflectiveOperationException | SQLException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(List<Line> lines) throws SQLException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> append(line, text));
        InputStream bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        try {
            copies.getClass()
                    .getMethod("copyIn", String.class, InputStream.class)
                    .invoke(copies, sql, bytes);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException said ? said : new SQLException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new SQLException("The PostgreSQL driver has no copyIn.", e);
        }
    }

    private static void append(Line line, StringBuilder text) {
        for (int i = 0; i < line.values().size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            Optional<String> value = line.values().get(i);
            if (value.isPresent()) {
                escape(value.get(), text);
            } else {
                text.append("\\N");
            }
        }
        text.append('\n');
    }

    /** Most values have nothing to escape, and go in one piece. */
    private static void escape(String value, StringBuilder text) {
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\n' || c == '\r' || c == '\t') {
                text.append(value, start, i).append('\\').append(letter(c));
                start = i + 1;
            }
        }
        text.append(value, start, value.length());
    }

    private static char letter(char escaped) {
        return switch (escaped) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> escaped;
        };
    }
}
