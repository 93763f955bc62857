package dev.godwit.engine.copy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The text by which a value travels, the same on every database and as PostgreSQL reads it: so equal values have equal
 * text, whatever product they come from.
 */
enum Form {
    TEXT,
    /** Text that a database may fill up with blanks. */
    PADDED,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    REAL,
    DOUBLE,
    BYTES,
    UUID_VALUE,
    DATE_OR_TIME,
    /** A point in time, in UTC. */
    INSTANT,
    JSON;

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS");
    private static final int UUID_BYTES = 16;

    /** Reads a value; empty for SQL NULL. */
    Optional<String> read(ResultSet row, int index) throws SQLException {
        return switch (this) {
            case TEXT, JSON, INTEGER -> Optional.ofNullable(row.getString(index));
            case PADDED -> Optional.ofNullable(row.getString(index)).map(String::stripTrailing);
            case BOOLEAN -> {
                boolean value = row.getBoolean(index);
                yield row.wasNull() ? Optional.empty() : Optional.of(value ? "t" : "f");
            }
            case DECIMAL -> Optional.ofNullable(row.getString(index)).map(Form::plain);
            case REAL -> {
                float value = row.getFloat(index);
                yield row.wasNull() ? Optional.empty() : Optional.of(Float.toString(value));
            }
            case DOUBLE -> {
                double value = row.getDouble(index);
                yield row.wasNull() ? Optional.empty() : Optional.of(Double.toString(value));
            }
            case BYTES ->
                Optional.ofNullable(row.getBytes(index))
                        .map(bytes -> "\\x" + HexFormat.of().formatHex(bytes));
            case UUID_VALUE -> uuid(row, index);
            case DATE_OR_TIME -> time(row, index);
            case INSTANT -> instant(row, index);
        };
    }

    private static String plain(String number) {
        if (number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
            return plain(new BigDecimal(number).toPlainString());
        }
        String shortened = withoutTrailingZeros(number);
        return shortened.equals("-0") ? "0" : shortened;
    }

    private static Optional<String> uuid(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value instanceof byte[] bytes && bytes.length == UUID_BYTES) {
            ByteBuffer parts = ByteBuffer.wrap(bytes);
            return Optional.of(new UUID(parts.getLong(), parts.getLong()).toString());
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static Optional<String> time(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text != null && text.startsWith("0000-00-00")) {
            throw new SQLException("The date " + text + " is none, and no other database has it.");
        }
        return Optional.ofNullable(text).map(Form::withoutTrailingZeros);
    }

    private static Optional<String> instant(ResultSet row, int index) throws SQLException {
        Optional<String> text = time(row, index);
        if (text.isEmpty() || isWithoutZone(text.get())) {
            return text.map(local -> local + "+00");
        }
        OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
        return Optional.of(withoutTrailingZeros(UTC.format(value.withOffsetSameInstant(ZoneOffset.UTC))) + "+00");
    }

    private static boolean isWithoutZone(String time) {
        int clock = time.indexOf(':');
        return time.indexOf('+', clock) < 0 && time.indexOf('-', clock) < 0 && !time.endsWith("Z");
    }

    private static String withoutTrailingZeros(String number) {
        int point = number.indexOf('.');
        if (point < 0) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, end - 1 == point ? point : end);
    }
}
