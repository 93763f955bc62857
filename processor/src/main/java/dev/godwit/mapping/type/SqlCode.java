package dev.godwit.mapping.type;

import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The type codes that mappings may name: those of {@code org.hibernate.type.SqlTypes}. */
public enum SqlCode {
    BIT(Types.BIT),
    BOOLEAN(Types.BOOLEAN),
    TINYINT(Types.TINYINT),
    SMALLINT(Types.SMALLINT),
    INTEGER(Types.INTEGER),
    BIGINT(Types.BIGINT),
    FLOAT(Types.FLOAT),
    REAL(Types.REAL),
    DOUBLE(Types.DOUBLE),
    NUMERIC(Types.NUMERIC),
    DECIMAL(Types.DECIMAL),
    CHAR(Types.CHAR),
    VARCHAR(Types.VARCHAR),
    LONGVARCHAR(Types.LONGVARCHAR),
    LONG32VARCHAR(4001),
    CLOB(Types.CLOB),
    MATERIALIZED_CLOB(3005),
    NCHAR(Types.NCHAR),
    NVARCHAR(Types.NVARCHAR),
    LONGNVARCHAR(Types.LONGNVARCHAR),
    LONG32NVARCHAR(4002),
    NCLOB(Types.NCLOB),
    MATERIALIZED_NCLOB(3006),
    BINARY(Types.BINARY),
    VARBINARY(Types.VARBINARY),
    LONGVARBINARY(Types.LONGVARBINARY),
    LONG32VARBINARY(4003),
    BLOB(Types.BLOB),
    MATERIALIZED_BLOB(3004),
    DATE(Types.DATE),
    LOCAL_DATE(3010),
    TIME(Types.TIME),
    LOCAL_TIME(3011),
    TIME_WITH_TIMEZONE(Types.TIME_WITH_TIMEZONE),
    OFFSET_TIME(3013),
    TIME_UTC(3007),
    TIMESTAMP(Types.TIMESTAMP),
    LOCAL_DATE_TIME(3009),
    INSTANT(3008),
    TIMESTAMP_WITH_TIMEZONE(Types.TIMESTAMP_WITH_TIMEZONE),
    OFFSET_DATE_TIME(3012),
    ZONED_DATE_TIME(3014),
    TIMESTAMP_UTC(3003),
    INTERVAL_SECOND(3100),
    DURATION(3015),
    UUID(3000),
    JSON(3001),
    SQLXML(Types.SQLXML),
    INET(3002),
    ARRAY(Types.ARRAY),
    JSON_ARRAY(3018),
    XML_ARRAY(3019),
    ENUM(6000),
    NAMED_ENUM(6001),
    ORDINAL_ENUM(6002),
    NAMED_ORDINAL_ENUM(6003),
    STRUCT(Types.STRUCT),
    STRUCT_ARRAY(3016),
    STRUCT_TABLE(3017),
    JAVA_OBJECT(Types.JAVA_OBJECT),
    OTHER(Types.OTHER),
    ROWID(Types.ROWID),
    GEOMETRY(3200),
    POINT(3201),
    GEOGRAPHY(3250),
    VECTOR(10_000),
    VECTOR_INT8(10_001),
    VECTOR_FLOAT32(10_002),
    VECTOR_FLOAT64(10_003),
    VECTOR_BINARY(10_004),
    VECTOR_FLOAT16(10_005),
    SPARSE_VECTOR_INT8(10_006),
    SPARSE_VECTOR_FLOAT32(10_007),
    SPARSE_VECTOR_FLOAT64(10_008);

    private final int code;

    SqlCode(int code) {
        this.code = code;
    }

    /** The constant of this number; empty for one that Hibernate does not know. */
    public static Optional<SqlCode> of(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /** Reads what a setting states: a number, or the name of a constant in any case. */
    public static Optional<SqlCode> named(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.matches("-?\\d{1,9}")) {
            return of(Integer.parseInt(name));
        }
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    public int code() {
        return code;
    }

    /** The number that {@code SqlTypes} has for it. */
    int number() {
        return code;
    }

    boolean isText() {
        return isCharacters()
                || switch (this) {
                    case CLOB, NCLOB, MATERIALIZED_CLOB, MATERIALIZED_NCLOB -> true;
                    default -> false;
                };
    }

    /** Whether it is text that can be compared, which a large object cannot be. */
    boolean isCharacters() {
        return switch (this) {
            case CHAR, VARCHAR, LONGVARCHAR, LONG32VARCHAR, NCHAR, NVARCHAR, LONGNVARCHAR, LONG32NVARCHAR -> true;
            default -> false;
        };
    }

    boolean isInteger() {
        return switch (this) {
            case BIT, TINYINT, SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
    }

    boolean isFloat() {
        return this == FLOAT || this == REAL || this == DOUBLE;
    }

    boolean isBinary() {
        return switch (this) {
            case BINARY, VARBINARY, LONGVARBINARY, LONG32VARBINARY -> true;
            default -> false;
        };
    }
}
