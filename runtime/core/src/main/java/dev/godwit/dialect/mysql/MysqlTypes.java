package dev.godwit.dialect.mysql;

import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.ArrayOf;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.StructOf;
import dev.godwit.schema.Type.Temporal;

/** Types as {@code org.hibernate.dialect.MySQLDialect} writes them, four bytes a character being assumed. */
public class MysqlTypes extends StandardTypes {

    private static final long TINY = 255;
    private static final long MAX_VARCHAR = 16_383;
    private static final long SMALL = 65_535;
    private static final long MEDIUM = 16_777_215;
    private static final String UNICODE = " character set utf8mb4";

    /** The precision of Java's float, which is one bit more than what four bytes hold here. */
    private static final int JAVA_FLOAT_PRECISION = 24;

    @Override
    public String simple(Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, BIT -> "bit";
            case UUID -> "binary(16)";
            case INET -> "varbinary(19)";
            case XML -> "longtext";
            default -> super.simple(type);
        };
    }

    @Override
    public String sized(Sized type) {
        return switch (type.kind()) {
            // char(n) loses the spaces at its end
            case CHAR -> "varchar(%d)".formatted(type.length());
            case NCHAR -> "varchar(%d)%s".formatted(type.length(), UNICODE);
            case VARCHAR -> text(type.length());
            case LONG_VARCHAR, LONG_NVARCHAR -> "longtext";
            case NVARCHAR -> text(type.length()) + UNICODE;
            case CLOB -> lob(type.length(), "text");
            case NCLOB -> lob(type.length(), "text") + UNICODE;
            case BINARY -> "binary(%d)".formatted(type.length());
            case VARBINARY -> bytes(type.length());
            case LONG_VARBINARY -> "longblob";
            case BLOB -> lob(type.length(), "blob");
        };
    }

    private static String text(long length) {
        return length <= MAX_VARCHAR ? "varchar(%d)".formatted(length) : lob(length, "text");
    }

    private static String bytes(long length) {
        return length <= SMALL ? "varbinary(%d)".formatted(length) : lob(length, "blob");
    }

    private static String lob(long length, String kind) {
        if (length <= TINY) {
            return "tiny" + kind;
        }
        if (length <= SMALL) {
            return kind;
        }
        return length <= MEDIUM ? "medium" + kind : "long" + kind;
    }

    @Override
    public String numeric(Numeric type) {
        return "decimal(%d,%d)".formatted(type.precision(), type.scale());
    }

    @Override
    public String approximate(Type.Float type) {
        return "float(%d)".formatted(type.precision() == JAVA_FLOAT_PRECISION ? 23 : type.precision());
    }

    @Override
    public String temporal(Temporal type) {
        return switch (type.kind()) {
            case TIME, TIME_UTC -> "time(%d)".formatted(timePrecision(type));
            case TIME_WITH_TIME_ZONE -> throw Refusals.noSuchType("MySQL", "time with a time zone");
            case TIMESTAMP, TIMESTAMP_UTC -> "datetime(%d)".formatted(timestampPrecision(type));
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp(%d)".formatted(timestampPrecision(type));
            case INTERVAL_SECOND -> intervalSecond(type);
        };
    }

    @Override
    protected String intervalSecond(Temporal type) {
        throw Refusals.noSuchType("MySQL", "type for intervals");
    }

    @Override
    public String enumOf(EnumOf type) {
        return switch (type.storage()) {
            case NAME, REFERENCED_NAME, NAMED_TYPE -> nativeEnum(type);
            case NAMED_ORDINAL_TYPE -> "enum (" + literals(type.values()) + ")";
            case ORDINAL -> ordinal(type);
        };
    }

    @Override
    public String arrayOf(ArrayOf type) {
        return "json";
    }

    @Override
    public String structOf(StructOf type) {
        throw Refusals.noSuchType("MySQL", "structured type such as " + type.name());
    }
}
