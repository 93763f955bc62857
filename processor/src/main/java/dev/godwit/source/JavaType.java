package dev.godwit.source;

import dev.godwit.schema.Type;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** The Java type in which row code reads and writes a column; {@code Object} where the driver decides. */
final class JavaType implements Type.Visitor<Class<?>> {

    private static final JavaType JAVA = new JavaType();

    private JavaType() {}

    static Class<?> of(Type type) {
        return type.accept(JAVA);
    }

    @Override
    public Class<?> simple(Type.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, BIT -> Boolean.class;
            case TINYINT, SMALLINT, INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case REAL, DOUBLE -> Double.class;
            case DATE -> LocalDate.class;
            case UUID -> UUID.class;
            case JSON, XML, INET -> String.class;
        };
    }

    @Override
    public Class<?> sized(Type.Sized type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, LONG_VARCHAR, NCHAR, NVARCHAR, LONG_NVARCHAR, CLOB, NCLOB -> String.class;
            case BINARY, VARBINARY, LONG_VARBINARY, BLOB -> byte[].class;
        };
    }

    @Override
    public Class<?> numeric(Type.Numeric type) {
        return BigDecimal.class;
    }

    @Override
    public Class<?> approximate(Type.Float type) {
        return Double.class;
    }

    /** What has a time zone on some databases and none on others comes as the driver's own timestamp. */
    @Override
    public Class<?> temporal(Type.Temporal type) {
        return switch (type.kind()) {
            case TIME -> LocalTime.class;
            case TIMESTAMP -> LocalDateTime.class;
            case TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC -> Timestamp.class;
            case TIME_WITH_TIME_ZONE, TIME_UTC, INTERVAL_SECOND -> Object.class;
        };
    }

    @Override
    public Class<?> enumOf(Type.EnumOf type) {
        return type.storage() == Type.EnumOf.Storage.ORDINAL ? Integer.class : String.class;
    }

    @Override
    public Class<?> arrayOf(Type.ArrayOf type) {
        return Object.class;
    }

    @Override
    public Class<?> structOf(Type.StructOf type) {
        return Object.class;
    }

    @Override
    public Class<?> nativeType(Type.Native type) {
        return Object.class;
    }
}
