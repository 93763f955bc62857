package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.StructOf;
import dev.godwit.schema.Type.Temporal;
import java.util.function.Function;

/** Types as {@code org.hibernate.dialect.PostgreSQLDialect} writes them. */
final class PostgresqlTypes extends StandardTypes {

    /** The longest length that a {@code varchar} may state. */
    private static final long MAX_VARCHAR = 10_485_760;

    /** The precision up to which four bytes are enough. */
    private static final int FLOAT4_PRECISION = 24;

    private final Function<QualifiedName, String> names;

    PostgresqlTypes(Function<QualifiedName, String> names) {
        this.names = names;
    }

    @Override
    public String simple(Simple type) {
        return switch (type.kind()) {
            case TINYINT -> "smallint";
            case JSON -> "jsonb";
            default -> super.simple(type);
        };
    }

    @Override
    public String sized(Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR -> "char(%d)".formatted(type.length());
            case LONG_VARCHAR, LONG_NVARCHAR -> "text";
            case VARCHAR, NVARCHAR -> type.length() > MAX_VARCHAR ? "text" : "varchar(" + type.length() + ")";
            case CLOB, NCLOB, BLOB -> "oid";
            case BINARY, VARBINARY, LONG_VARBINARY -> "bytea";
        };
    }

    @Override
    public String approximate(Type.Float type) {
        return type.precision() <= FLOAT4_PRECISION ? "float4" : super.approximate(type);
    }

    @Override
    public String temporal(Temporal type) {
        // PostgreSQL discourages its time with time zone, and Hibernate keeps times in UTC without one.
        return type.kind() == Temporal.Kind.TIME_UTC ? "time(%d)".formatted(timePrecision(type)) : super.temporal(type);
    }

    @Override
    protected String intervalSecond(Temporal type) {
        return "interval second(%d)".formatted(type.precision().orElse(6));
    }

    @Override
    public String enumOf(EnumOf type) {
        return switch (type.storage()) {
            case NAME, REFERENCED_NAME -> name(type);
            case ORDINAL -> ordinal(type);
            case NAMED_TYPE, NAMED_ORDINAL_TYPE -> type.typeName().map(names).orElseGet(() -> name(type));
        };
    }

    @Override
    public String structOf(StructOf type) {
        return names.apply(type.name());
    }
}
