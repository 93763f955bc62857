package dev.godwit.change;

import dev.godwit.schema.Type;
import dev.godwit.schema.Type.ArrayOf;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Native;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.StructOf;
import dev.godwit.schema.Type.Temporal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The one text of a value that a column's type can hold, so that equal values are equal texts: {@code 007} is {@code 7}
 * as an integer, {@code 2026-01-01 10:00} is {@code 2026-01-01T10:00} as a timestamp.
 */
public final class ValueText implements Type.Visitor<String> {

    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-fA-F]{2})*");
    private static final int LONGEST_FRACTION = 9;

    /** As long as a number's text may be, so that none takes long to read. */
    private static final int LONGEST_NUMBER = 200;

    /** The bits of Java's float. */
    private static final int SINGLE_PRECISION = 24;

    private final String text;

    private ValueText(String text) {
        this.text = text;
    }

    /**
     * The canonical text of a value.
     *
     * @param text as somebody wrote it
     * @throws IllegalArgumentException when the type cannot hold it, saying why
     */
    public static String canonical(Type type, String text) {
        return type.accept(new ValueText(text));
    }

    @Override
    public String simple(Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, BIT -> flag();
            case TINYINT -> whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SMALLINT -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL -> approximate(true);
            case DOUBLE -> approximate(false);
            case DATE -> read("a date such as 2026-11-28", () -> LocalDate.parse(text.strip()));
            case UUID -> uuid();
            case JSON -> text.strip();
            case XML, INET -> throw unsupported(type.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    @Override
    public String sized(Sized type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, LONG_VARCHAR, NCHAR, NVARCHAR, LONG_NVARCHAR -> characters(type);
            case BINARY, VARBINARY, LONG_VARBINARY -> bytes(type);
            case CLOB, NCLOB, BLOB -> throw unsupported("a large object");
        };
    }

    private String characters(Sized type) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text holds the character NUL, which no database keeps.");
        }
        int length = text.codePointCount(0, text.length());
        if (type.kind() != Sized.Kind.LONG_VARCHAR
                && type.kind() != Sized.Kind.LONG_NVARCHAR
                && length > type.length()) {
            throw new IllegalArgumentException(
                    "'%s' has %d characters, and %d fit.".formatted(shown(), length, type.length()));
        }
        return text;
    }

    private String bytes(Sized type) {
        String digits = text.strip();
        if (!HEXADECIMAL.matcher(digits).matches()) {
            throw no("bytes as pairs of hexadecimal digits");
        }
        if (type.kind() != Sized.Kind.LONG_VARBINARY && digits.length() / 2 > type.length()) {
            throw new IllegalArgumentException(
                    "%d bytes are stated, and %d fit.".formatted(digits.length() / 2, type.length()));
        }
        return digits.toLowerCase(Locale.ROOT);
    }

    @Override
    public String numeric(Numeric type) {
        BigDecimal number = decimal();
        try {
            BigDecimal scaled = number.setScale(type.scale(), RoundingMode.UNNECESSARY);
            if (scaled.precision() > type.precision()) {
                throw new IllegalArgumentException("%s has more than %d digits.".formatted(shown(), type.precision()));
            }
            return scaled.toPlainString();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s has more than %d digits behind the point.".formatted(shown(), type.scale()), e);
        }
    }

    @Override
    public String approximate(Type.Float type) {
        return approximate(type.precision() <= SINGLE_PRECISION);
    }

    private String approximate(boolean single) {
        BigDecimal number = decimal();
        double value = single ? number.floatValue() : number.doubleValue();
        if (Double.isInfinite(value)) {
            throw no("a number that fits");
        }
        return single ? java.lang.Float.toString(number.floatValue()) : Double.toString(number.doubleValue());
    }

    @Override
    public String temporal(Temporal type) {
        int digits = type.precision().orElse(type.kind() == Temporal.Kind.TIME ? 0 : 6);
        return switch (type.kind()) {
            case TIME, TIME_UTC ->
                read("a time such as 10:30:00", () -> fitting(LocalTime.parse(text.strip()), digits));
            case TIMESTAMP ->
                read(
                        "a time such as 2026-11-28T10:30:00",
                        () -> LocalDateTime.of(
                                LocalDateTime.parse(withT()).toLocalDate(),
                                fitting(LocalDateTime.parse(withT()).toLocalTime(), digits)));
            case TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC ->
                read("a time with its offset such as 2026-11-28T10:30:00Z", () -> {
                    OffsetDateTime time = OffsetDateTime.parse(withT());
                    fitting(time.toLocalTime(), digits);
                    return time.toInstant();
                });
            case TIME_WITH_TIME_ZONE -> throw unsupported("a time of day with a time zone");
            case INTERVAL_SECOND -> throw unsupported("an interval");
        };
    }

    private String withT() {
        return text.strip().replaceFirst("(?<=^\\d{4}-\\d\\d-\\d\\d) ", "T");
    }

    private LocalTime fitting(LocalTime time, int digits) {
        String fraction = "%09d".formatted(time.getNano()).substring(Math.min(digits, LONGEST_FRACTION));
        if (fraction.chars().anyMatch(digit -> digit != '0')) {
            throw new IllegalArgumentException(
                    "'%s' has more than %d digits behind the seconds.".formatted(shown(), digits));
        }
        return time;
    }

    /** A name of the enum, which is kept as its place where the column holds places. */
    @Override
    public String enumOf(EnumOf type) {
        List<String> values = type.values();
        if (type.storage() != EnumOf.Storage.ORDINAL) {
            if (!values.contains(text)) {
                throw no("one of " + values);
            }
            return text;
        }
        return values.contains(text) ? Integer.toString(values.indexOf(text)) : whole(0, values.size() - 1L);
    }

    @Override
    public String arrayOf(ArrayOf type) {
        throw unsupported("an array");
    }

    @Override
    public String structOf(StructOf type) {
        throw unsupported("a structured type");
    }

    @Override
    public String nativeType(Native type) {
        throw unsupported("of the type " + type.sql() + ", which only the database knows");
    }

    private String flag() {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> "true";
            case "false" -> "false";
            default -> throw no("true or false");
        };
    }

    private String whole(long least, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return Long.toString(number);
            }
        } catch (NumberFormatException e) {
            // The message is the same.
        }
        throw no("a whole number from %d to %d".formatted(least, most));
    }

    private BigDecimal decimal() {
        String digits = text.strip();
        try {
            if (digits.length() <= LONGEST_NUMBER) {
                BigDecimal number = new BigDecimal(digits);
                if (Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // The message is the same.
        }
        throw no("a number");
    }

    private String uuid() {
        String digits = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (UUID.fromString(digits).toString().equals(digits)) {
                return digits;
            }
        } catch (IllegalArgumentException e) {
            // The message is the same.
        }
        throw no("a UUID");
    }

    private interface Reading {
        Object read();
    }

    private String read(String what, Reading reading) {
        try {
            return reading.read().toString();
        } catch (DateTimeException e) {
            throw no(what);
        }
    }

    private IllegalArgumentException no(String what) {
        return new IllegalArgumentException("'%s' is not %s.".formatted(shown(), what));
    }

    private static IllegalArgumentException unsupported(String what) {
        return new IllegalArgumentException(
                "a value is %s, which rows that are declared cannot state; leave the column out.".formatted(what));
    }

    /** As much of the text as a message bears. */
    private String shown() {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
