package dev.godwit.recording;

import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What JDBC drivers give for a column, as the Java type that the column's handle states. */
final class JavaValue {

    private static final Map<Class<?>, Function<Object, Object>> CONVERSIONS = Map.of(
            Integer.class, value -> number(value).intValueExact(),
            Long.class, value -> number(value).longValueExact(),
            BigDecimal.class, JavaValue::number,
            Double.class, value -> number(value).doubleValue(),
            Boolean.class, JavaValue::truth,
            LocalDate.class, value -> ((java.sql.Date) value).toLocalDate(),
            LocalTime.class, value -> ((java.sql.Time) value).toLocalTime(),
            LocalDateTime.class, value -> ((Timestamp) value).toLocalDateTime(),
            Timestamp.class, value -> Timestamp.from(((OffsetDateTime) value).toInstant()),
            UUID.class, JavaValue::uuid);

    private JavaValue() {}

    /** @throws ClassCastException when the value cannot be had as this type */
    static <V> V as(Class<V> type, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        if (type == String.class && value instanceof byte[] bytes) {
            return type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
        if (type == String.class) {
            return type.cast(value.toString());
        }
        Function<Object, Object> conversion = CONVERSIONS.getOrDefault(type, Function.identity());
        try {
            return type.cast(conversion.apply(value));
        } catch (ArithmeticException | IllegalArgumentException | BufferUnderflowException e) {
            throw new ClassCastException("%s is no %s: %s".formatted(value, type.getSimpleName(), e.getMessage()));
        }
    }

    private static BigDecimal number(Object value) {
        return value instanceof Boolean truth
                ? (truth ? BigDecimal.ONE : BigDecimal.ZERO)
                : new BigDecimal(value.toString());
    }

    private static Object truth(Object value) {
        return number(value).signum() != 0;
    }

    /** From its bytes where a database has no type for it. */
    private static Object uuid(Object value) {
        if (value instanceof byte[] bytes) {
            ByteBuffer parts = ByteBuffer.wrap(bytes);
            return new UUID(parts.getLong(), parts.getLong());
        }
        return UUID.fromString((String) value);
    }
}
