package dev.godwit.mapping.type;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The type codes of the {@code JdbcType} classes that Hibernate ships, by their simple names. */
final class KnownClasses {

    private static final Map<String, SqlCode> JDBC_TYPES = Map.ofEntries(
            entry("BigIntJdbcType", SqlCode.BIGINT),
            entry("BinaryJdbcType", SqlCode.BINARY),
            entry("BlobJdbcType", SqlCode.BLOB),
            entry("BooleanJdbcType", SqlCode.BOOLEAN),
            entry("CharJdbcType", SqlCode.CHAR),
            entry("ClobJdbcType", SqlCode.CLOB),
            entry("DateJdbcType", SqlCode.DATE),
            entry("DecimalJdbcType", SqlCode.DECIMAL),
            entry("DoubleJdbcType", SqlCode.DOUBLE),
            entry("DurationJdbcType", SqlCode.DURATION),
            entry("EnumJdbcType", SqlCode.ENUM),
            entry("FloatJdbcType", SqlCode.FLOAT),
            entry("InstantAsTimestampJdbcType", SqlCode.TIMESTAMP),
            entry("InstantAsTimestampWithTimeZoneJdbcType", SqlCode.TIMESTAMP_WITH_TIMEZONE),
            entry("InstantJdbcType", SqlCode.INSTANT),
            entry("IntegerJdbcType", SqlCode.INTEGER),
            entry("JsonJdbcType", SqlCode.JSON),
            entry("JsonAsStringJdbcType", SqlCode.JSON),
            entry("LocalDateJdbcType", SqlCode.LOCAL_DATE),
            entry("LocalDateTimeJdbcType", SqlCode.LOCAL_DATE_TIME),
            entry("LocalTimeJdbcType", SqlCode.LOCAL_TIME),
            entry("LongNVarcharJdbcType", SqlCode.LONGNVARCHAR),
            entry("LongVarbinaryJdbcType", SqlCode.LONGVARBINARY),
            entry("LongVarcharJdbcType", SqlCode.LONGVARCHAR),
            entry("MySQLCastingJsonJdbcType", SqlCode.JSON),
            entry("NCharJdbcType", SqlCode.NCHAR),
            entry("NClobJdbcType", SqlCode.NCLOB),
            entry("NVarcharJdbcType", SqlCode.NVARCHAR),
            entry("NumericJdbcType", SqlCode.NUMERIC),
            entry("OffsetDateTimeJdbcType", SqlCode.OFFSET_DATE_TIME),
            entry("OffsetTimeJdbcType", SqlCode.OFFSET_TIME),
            entry("OrdinalEnumJdbcType", SqlCode.ORDINAL_ENUM),
            entry("PostgreSQLCastingInetJdbcType", SqlCode.INET),
            entry("PostgreSQLCastingIntervalSecondJdbcType", SqlCode.INTERVAL_SECOND),
            entry("PostgreSQLCastingJsonJdbcType", SqlCode.JSON),
            entry("PostgreSQLEnumJdbcType", SqlCode.NAMED_ENUM),
            entry("PostgreSQLInetJdbcType", SqlCode.INET),
            entry("PostgreSQLIntervalSecondJdbcType", SqlCode.INTERVAL_SECOND),
            entry("PostgreSQLOrdinalEnumJdbcType", SqlCode.NAMED_ORDINAL_ENUM),
            entry("PostgreSQLUUIDJdbcType", SqlCode.UUID),
            entry("RealJdbcType", SqlCode.REAL),
            entry("RowIdJdbcType", SqlCode.ROWID),
            entry("SmallIntJdbcType", SqlCode.SMALLINT),
            entry("TimeJdbcType", SqlCode.TIME),
            entry("TimeUtcAsJdbcTimeJdbcType", SqlCode.TIME_UTC),
            entry("TimeUtcAsOffsetTimeJdbcType", SqlCode.TIME_UTC),
            entry("TimeWithTimeZoneJdbcType", SqlCode.TIME_WITH_TIMEZONE),
            entry("TimestampJdbcType", SqlCode.TIMESTAMP),
            entry("TimestampUtcAsInstantJdbcType", SqlCode.TIMESTAMP_UTC),
            entry("TimestampUtcAsJdbcTimestampJdbcType", SqlCode.TIMESTAMP_UTC),
            entry("TimestampUtcAsOffsetDateTimeJdbcType", SqlCode.TIMESTAMP_UTC),
            entry("TimestampWithTimeZoneJdbcType", SqlCode.TIMESTAMP_WITH_TIMEZONE),
            entry("TinyIntAsSmallIntJdbcType", SqlCode.SMALLINT),
            entry("TinyIntJdbcType", SqlCode.TINYINT),
            entry("UUIDJdbcType", SqlCode.UUID),
            entry("UuidAsBinaryJdbcType", SqlCode.BINARY),
            entry("VarbinaryJdbcType", SqlCode.VARBINARY),
            entry("VarcharJdbcType", SqlCode.VARCHAR),
            entry("VarcharUUIDJdbcType", SqlCode.VARCHAR),
            entry("XmlJdbcType", SqlCode.SQLXML),
            entry("XmlAsStringJdbcType", SqlCode.SQLXML),
            entry("ZonedDateTimeJdbcType", SqlCode.ZONED_DATE_TIME));

    private KnownClasses() {}

    /** The code of a {@code JdbcType} of Hibernate, or of a class that extends one. */
    static Optional<SqlCode> jdbcType(TypeElement element, TypeNames names) {
        return names.lineage(element).stream()
                .filter(name -> name.startsWith("org.hibernate."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .flatMap(name -> Optional.ofNullable(JDBC_TYPES.get(name)).stream())
                .findFirst();
    }
}
