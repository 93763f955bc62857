package dev.godwit.mapping.type;

import dev.godwit.schema.Type;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The logical type for a type code, with the sizes that Hibernate's {@code Dialect.SizeStrategyImpl} gives it: what the
 * mapping states, else what the Java type takes by default.
 */
final class LogicalTypes {

    /** Bits per decimal digit. */
    private static final double LOG2_OF_10 = Math.log(10) / Math.log(2);

    private LogicalTypes() {}

    /**
     * The type of a column.
     *
     * @return empty for a code that no dialect here renders
     */
    static Optional<Type> of(SqlCode code, JavaBasic java, ColumnSize size) {
        return Optional.ofNullable(
                switch (code) {
                    case BIT -> simple(Type.Simple.Kind.BIT);
                    case BOOLEAN -> simple(Type.Simple.Kind.BOOLEAN);
                    case TINYINT -> simple(Type.Simple.Kind.TINYINT);
                    case SMALLINT -> simple(Type.Simple.Kind.SMALLINT);
                    case INTEGER -> simple(Type.Simple.Kind.INTEGER);
                    case BIGINT -> simple(Type.Simple.Kind.BIGINT);
                    case REAL -> simple(Type.Simple.Kind.REAL);
                    // Hibernate's DoubleJdbcType is rendered as float
                    case FLOAT, DOUBLE -> new Type.Float(bits(code, java, size));
                    case NUMERIC, DECIMAL -> numeric(code, java, size);
                    case CHAR -> sized(Type.Sized.Kind.CHAR, code, java, size);
                    case VARCHAR -> sized(Type.Sized.Kind.VARCHAR, code, java, size);
                    case LONGVARCHAR -> longText(Type.Sized.Kind.VARCHAR, size);
                    case LONG32VARCHAR -> large(Type.Sized.Kind.LONG_VARCHAR, code, java, size);
                    case NCHAR -> sized(Type.Sized.Kind.NCHAR, code, java, size);
                    case NVARCHAR -> sized(Type.Sized.Kind.NVARCHAR, code, java, size);
                    case LONGNVARCHAR -> longText(Type.Sized.Kind.NVARCHAR, size);
                    case LONG32NVARCHAR -> large(Type.Sized.Kind.LONG_NVARCHAR, code, java, size);
                    case CLOB, MATERIALIZED_CLOB -> large(Type.Sized.Kind.CLOB, code, java, size);
                    case NCLOB, MATERIALIZED_NCLOB -> large(Type.Sized.Kind.NCLOB, code, java, size);
                    case BINARY -> sized(Type.Sized.Kind.BINARY, code, java, size);
                    case VARBINARY -> sized(Type.Sized.Kind.VARBINARY, code, java, size);
                    case LONGVARBINARY -> longText(Type.Sized.Kind.VARBINARY, size);
                    case LONG32VARBINARY -> large(Type.Sized.Kind.LONG_VARBINARY, code, java, size);
                    case BLOB, MATERIALIZED_BLOB -> large(Type.Sized.Kind.BLOB, code, java, size);
                    case DATE, LOCAL_DATE -> simple(Type.Simple.Kind.DATE);
                    case TIME, LOCAL_TIME -> temporal(Type.Temporal.Kind.TIME, java, size);
                    case TIME_WITH_TIMEZONE, OFFSET_TIME ->
                        temporal(Type.Temporal.Kind.TIME_WITH_TIME_ZONE, java, size);
                    case TIME_UTC -> temporal(Type.Temporal.Kind.TIME_UTC, java, size);
                    case TIMESTAMP, LOCAL_DATE_TIME, INSTANT -> temporal(Type.Temporal.Kind.TIMESTAMP, java, size);
                    case TIMESTAMP_WITH_TIMEZONE, OFFSET_DATE_TIME, ZONED_DATE_TIME ->
                        temporal(Type.Temporal.Kind.TIMESTAMP_WITH_TIME_ZONE, java, size);
                    case TIMESTAMP_UTC -> temporal(Type.Temporal.Kind.TIMESTAMP_UTC, java, size);
                    case INTERVAL_SECOND -> new Type.Temporal(Type.Temporal.Kind.INTERVAL_SECOND, size.scale());
                    case DURATION -> numeric(SqlCode.NUMERIC, java, size);
                    case UUID -> simple(Type.Simple.Kind.UUID);
                    case JSON, JSON_ARRAY -> simple(Type.Simple.Kind.JSON);
                    case SQLXML, XML_ARRAY -> simple(Type.Simple.Kind.XML);
                    case INET -> simple(Type.Simple.Kind.INET);
                    default -> null;
                });
    }

    private static Type simple(Type.Simple.Kind kind) {
        return new Type.Simple(kind);
    }

    private static Type sized(Type.Sized.Kind kind, SqlCode code, JavaBasic java, ColumnSize size) {
        return new Type.Sized(kind, size.ownLength().orElse(java.length(code)));
    }

    private static Type longText(Type.Sized.Kind kind, ColumnSize size) {
        return new Type.Sized(kind, size.ownLength().orElse(JavaBasic.LONG_LENGTH));
    }

    /**
     * A large object without a {@code @Column} is as long as can be; the length that a {@code @Column} states by default
     * counts as the Java type's, as in MySQL's dialect.
     */
    private static Type large(Type.Sized.Kind kind, SqlCode code, JavaBasic java, ColumnSize size) {
        return new Type.Sized(
                kind,
                size.length().isEmpty()
                        ? JavaBasic.LOB_LENGTH
                        : size.ownLength().orElse(java.length(code)));
    }

    private static Type numeric(SqlCode code, JavaBasic java, ColumnSize size) {
        return new Type.Numeric(
                size.precision().orElse(java.precision(code)), size.scale().orElse(java.scale()));
    }

    /** A precision is stated in decimal digits and rendered in bits. */
    private static int bits(SqlCode code, JavaBasic java, ColumnSize size) {
        return size.precision().isPresent()
                ? (int) Math.ceil(size.precision().getAsInt() * LOG2_OF_10)
                : java.precision(code);
    }

    private static Type temporal(Type.Temporal.Kind kind, JavaBasic java, ColumnSize size) {
        OptionalInt implied = java.isWholeSeconds() ? OptionalInt.of(0) : OptionalInt.empty();
        return new Type.Temporal(kind, size.secondPrecision().isPresent() ? size.secondPrecision() : implied);
    }
}
