package dev.godwit.mapping.type;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Java types that Hibernate maps to a column by itself, each with the type code that its
 * {@code org.hibernate.type.descriptor.java.JavaType} recommends.
 */
enum JavaBasic {
    STRING(SqlCode.VARCHAR, "java.lang.String"),
    CHARACTER(SqlCode.CHAR, "java.lang.Character", "char"),
    BOOLEAN(SqlCode.BOOLEAN, "java.lang.Boolean", "boolean"),
    BYTE(SqlCode.TINYINT, "java.lang.Byte", "byte"),
    SHORT(SqlCode.SMALLINT, "java.lang.Short", "short"),
    INTEGER(SqlCode.INTEGER, "java.lang.Integer", "int"),
    LONG(SqlCode.BIGINT, "java.lang.Long", "long"),
    FLOAT(SqlCode.FLOAT, "java.lang.Float", "float"),
    DOUBLE(SqlCode.DOUBLE, "java.lang.Double", "double"),
    BIG_INTEGER(SqlCode.NUMERIC, "java.math.BigInteger"),
    BIG_DECIMAL(SqlCode.NUMERIC, "java.math.BigDecimal"),
    BYTES(SqlCode.VARBINARY, "byte[]"),
    BYTE_WRAPPERS(SqlCode.VARBINARY, "java.lang.Byte[]"),
    CHARS(SqlCode.VARCHAR, "char[]"),
    CHARACTER_WRAPPERS(SqlCode.VARCHAR, "java.lang.Character[]"),
    UTIL_DATE(SqlCode.TIMESTAMP, "java.util.Date"),
    CALENDAR(SqlCode.TIMESTAMP, "java.util.Calendar", "java.util.GregorianCalendar"),
    SQL_DATE(SqlCode.DATE, "java.sql.Date"),
    SQL_TIME(SqlCode.TIME, "java.sql.Time"),
    SQL_TIMESTAMP(SqlCode.TIMESTAMP, "java.sql.Timestamp"),
    LOCAL_DATE(SqlCode.DATE, "java.time.LocalDate"),
    LOCAL_TIME(SqlCode.TIME, "java.time.LocalTime"),
    LOCAL_DATE_TIME(SqlCode.TIMESTAMP, "java.time.LocalDateTime"),
    INSTANT(SqlCode.TIMESTAMP_UTC, "java.time.Instant"),
    OFFSET_DATE_TIME(SqlCode.TIMESTAMP_WITH_TIMEZONE, "java.time.OffsetDateTime"),
    ZONED_DATE_TIME(SqlCode.TIMESTAMP_WITH_TIMEZONE, "java.time.ZonedDateTime"),
    OFFSET_TIME(SqlCode.TIME_WITH_TIMEZONE, "java.time.OffsetTime"),
    DURATION(SqlCode.DURATION, "java.time.Duration"),
    YEAR(SqlCode.INTEGER, "java.time.Year"),
    ZONE_ID(SqlCode.VARCHAR, "java.time.ZoneId"),
    ZONE_OFFSET(SqlCode.VARCHAR, "java.time.ZoneOffset"),
    TIME_ZONE(SqlCode.VARCHAR, "java.util.TimeZone"),
    LOCALE(SqlCode.VARCHAR, "java.util.Locale"),
    CURRENCY(SqlCode.VARCHAR, "java.util.Currency"),
    CLASS(SqlCode.VARCHAR, "java.lang.Class"),
    URL(SqlCode.VARCHAR, "java.net.URL"),
    INET_ADDRESS(SqlCode.INET, "java.net.InetAddress", "java.net.Inet4Address", "java.net.Inet6Address"),
    UUID(SqlCode.UUID, "java.util.UUID"),
    BLOB(SqlCode.BLOB, "java.sql.Blob"),
    CLOB(SqlCode.CLOB, "java.sql.Clob"),
    NCLOB(SqlCode.NCLOB, "java.sql.NClob"),
    /** Anything else that can be serialized. */
    SERIALIZABLE(SqlCode.VARBINARY, "java.io.Serializable"),
    /** An enum of the model, as far as sizes are concerned. */
    ENUM(SqlCode.TINYINT),
    /** A class that a JSON or XML document is made of. */
    DOCUMENT(SqlCode.JSON);

    /** {@code org.hibernate.Length.DEFAULT}, which is also the default of {@code @Column(length)}. */
    static final long DEFAULT_LENGTH = 255;

    /** {@code org.hibernate.Length.LONG}. */
    static final long LONG_LENGTH = 32_600;

    /** {@code org.hibernate.Length.LONG32}: what dialects take for a large object without a stated length. */
    static final long LOB_LENGTH = Integer.MAX_VALUE;

    private static final int DECIMAL_PRECISION = 38;

    private static final Map<String, JavaBasic> BY_NAME = Arrays.stream(values())
            .flatMap(each -> Arrays.stream(each.names).map(name -> Map.entry(name, each)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final SqlCode code;
    private final String[] names;

    JavaBasic(SqlCode code, String... names) {
        this.code = code;
        this.names = names;
    }

    /** The constant for a class by its qualified name, for a primitive by its keyword, for an array with {@code []}. */
    static Optional<JavaBasic> of(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    SqlCode code() {
        return code;
    }

    boolean isTemporal() {
        return switch (this) {
            case UTIL_DATE, CALENDAR, SQL_DATE, SQL_TIME, SQL_TIMESTAMP -> true;
            case LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, INSTANT -> true;
            case OFFSET_DATE_TIME, ZONED_DATE_TIME, OFFSET_TIME -> true;
            default -> false;
        };
    }

    /** Whether values carry a time zone or an offset. */
    boolean isZoned() {
        return this == OFFSET_DATE_TIME || this == ZONED_DATE_TIME || this == OFFSET_TIME;
    }

    /** {@code JavaType.getDefaultSqlLength}. */
    long length(SqlCode mapped) {
        return switch (this) {
            case CHARACTER, BOOLEAN, BYTE -> 1;
            case SHORT, INTEGER, LONG, BIG_INTEGER -> precision(mapped) + 1L;
            case BIG_DECIMAL -> precision(mapped) + 2L;
            case FLOAT -> 14;
            case DOUBLE -> 24;
            case CURRENCY -> 3;
            case ZONE_OFFSET -> 6;
            case INET_ADDRESS -> 19;
            case UUID -> mapped.isText() ? 36 : mapped.isBinary() ? 16 : DEFAULT_LENGTH;
            case BLOB, CLOB, NCLOB -> LOB_LENGTH;
            default -> DEFAULT_LENGTH;
        };
    }

    /** {@code JavaType.getDefaultSqlPrecision} for numbers. */
    int precision(SqlCode mapped) {
        return switch (this) {
            case CHARACTER, BYTE -> 3;
            case BOOLEAN -> 1;
            case SHORT -> 5;
            case INTEGER -> 10;
            case FLOAT -> mapped.isFloat() ? 24 : 8;
            case DOUBLE -> mapped.isFloat() ? 53 : 17;
            case BIG_INTEGER, BIG_DECIMAL -> DECIMAL_PRECISION;
            case DURATION -> 21;
            default -> 19;
        };
    }

    /** {@code JavaType.getDefaultSqlScale}. */
    int scale() {
        return switch (this) {
            case CHARACTER, BOOLEAN, BYTE, SHORT, INTEGER, LONG, BIG_INTEGER, DURATION -> 0;
            default -> 2;
        };
    }

    /** Whether its time of day has no fraction unless one is stated. */
    boolean isWholeSeconds() {
        return this == LOCAL_TIME || this == OFFSET_TIME || this == SQL_TIME;
    }
}
