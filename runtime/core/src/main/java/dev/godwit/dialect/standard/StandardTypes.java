package dev.godwit.dialect.standard;

import dev.godwit.schema.Type;
import dev.godwit.schema.Type.ArrayOf;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Native;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How types are written in a definition, in the words of the SQL standard.
 *
 * <p>Hibernate is the model: {@code org.hibernate.dialect.Dialect.columnType} and {@code registerColumnTypes} of each
 * dialect.
 */
public abstract class StandardTypes implements Type.Visitor<String> {

    /** Digits of a fraction of a second when nothing is said: {@code Dialect.getDefaultTimestampPrecision}. */
    private static final int TIMESTAMP_PRECISION = 6;

    /** A time of day has no fraction by default: {@code LocalTimeJavaType.getDefaultSqlPrecision}. */
    private static final int TIME_PRECISION = 0;

    /** The most values of an enum whose ordinal fits into a {@code tinyint}: {@code EnumJavaType.hasManyValues}. */
    private static final int TINYINT_VALUES = 128;

    @Override
    public String simple(Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, BIT -> "boolean";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case DATE -> "date";
            case UUID -> "uuid";
            case JSON -> "json";
            case XML -> "xml";
            case INET -> "inet";
        };
    }

    @Override
    public String numeric(Numeric type) {
        return "numeric(" + type.precision() + "," + type.scale() + ")";
    }

    @Override
    public String approximate(Type.Float type) {
        return "float(%d)".formatted(type.precision());
    }

    @Override
    public String temporal(Temporal type) {
        return switch (type.kind()) {
            case TIME -> "time(%d)".formatted(timePrecision(type));
            case TIME_WITH_TIME_ZONE, TIME_UTC -> "time(%d) with time zone".formatted(timePrecision(type));
            case TIMESTAMP -> "timestamp(" + timestampPrecision(type) + ")";
            case TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC ->
                "timestamp(%d) with time zone".formatted(timestampPrecision(type));
            case INTERVAL_SECOND -> intervalSecond(type);
        };
    }

    /** An interval in seconds. */
    protected abstract String intervalSecond(Temporal type);

    protected static int timePrecision(Temporal type) {
        return type.precision().orElse(TIME_PRECISION);
    }

    protected static int timestampPrecision(Temporal type) {
        return type.precision().orElse(TIMESTAMP_PRECISION);
    }

    @Override
    public String arrayOf(ArrayOf type) {
        String element = type.element().accept(this);
        return type.length().isPresent() ? element + " array[" + type.length().getAsInt() + "]" : element + " array";
    }

    @Override
    public String nativeType(Native type) {
        return type.sql();
    }

    /** The values of a native enum, each a literal. */
    protected static String literals(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(","));
    }

    /** A native enum of names, which Hibernate lists in alphabetical order. */
    protected static String nativeEnum(EnumOf type) {
        return "enum (" + literals(type.values().stream().sorted().toList()) + ")";
    }

    /** The number that stands in for an enum's value. */
    protected String ordinal(EnumOf type) {
        return simple(new Simple(type.values().size() > TINYINT_VALUES ? Simple.Kind.SMALLINT : Simple.Kind.TINYINT));
    }

    /** The text that stands in for an enum's value. */
    protected String name(EnumOf type) {
        return sized(new Sized(type.length() == 1 ? Sized.Kind.CHAR : Sized.Kind.VARCHAR, type.length()));
    }
}
