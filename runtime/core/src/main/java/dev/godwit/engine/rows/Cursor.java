package dev.godwit.engine.rows;

import dev.godwit.schema.Identifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The key of a row, which can be written as text and read again with the same types.
 *
 * @param key one value per key column
 */
public record Cursor(List<Object> key) {

    private static final char SEPARATOR = '\n';

    private static final Map<String, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry("Long", Long::valueOf),
            Map.entry("Integer", Integer::valueOf),
            Map.entry("Short", Short::valueOf),
            Map.entry("Byte", Byte::valueOf),
            Map.entry("Boolean", Boolean::valueOf),
            Map.entry("BigDecimal", BigDecimal::new),
            Map.entry("BigInteger", BigInteger::new),
            Map.entry("UUID", UUID::fromString),
            Map.entry("Timestamp", Timestamp::valueOf),
            Map.entry("Date", Date::valueOf),
            Map.entry("LocalDate", LocalDate::parse),
            Map.entry("LocalDateTime", LocalDateTime::parse),
            Map.entry("OffsetDateTime", OffsetDateTime::parse),
            Map.entry("byte[]", text -> HexFormat.of().parseHex(text)),
            Map.entry("String", text -> URLDecoder.decode(text, StandardCharsets.UTF_8)));

    public Cursor {
        key = List.copyOf(key);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Cursor parse(String text) {
        List<Object> key = new ArrayList<>();
        for (String part : text.split(String.valueOf(SEPARATOR), -1)) {
            int colon = Math.max(0, part.indexOf(':'));
            Function<String, Object> reader = READERS.get(part.substring(0, colon));
            if (reader == null) {
                throw new IllegalArgumentException("Not the key of a row: " + text);
            }
            key.add(read(reader, part.substring(colon + 1)));
        }
        return new Cursor(key);
    }

    private static Object read(Function<String, Object> reader, String value) {
        try {
            return reader.apply(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not the key of a row: " + value, e);
        }
    }

    /** As people write it, given the names of the columns. */
    public String text(List<Identifier> columns) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> columns.get(i) + " = " + key.get(i))
                .collect(Collectors.joining(", "));
    }

    /** The form that {@link #parse} reads. A type that it does not know is kept as text, as which databases take it. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Object value : key) {
            String type = value.getClass().getSimpleName();
            parts.add(READERS.containsKey(type) ? type + ":" + text(value) : "String:" + encoded(value.toString()));
        }
        return String.join(String.valueOf(SEPARATOR), parts);
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof String string ? encoded(string) : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
