package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.Types;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.ArrayOf;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Native;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.StructOf;
import dev.godwit.schema.Type.Temporal;
import java.util.List;
import java.util.OptionalInt;

/** A type as a call of a method of {@link Types}. */
final class TypeCode implements Type.Visitor<CodeBlock> {

    private static final TypeCode CODE = new TypeCode();

    /** The length that the methods of {@link Types} take for granted. */
    private static final long ENUM_LENGTH = 255;

    private TypeCode() {}

    static CodeBlock of(Type type) {
        return type.accept(CODE);
    }

    private static CodeBlock call(String method, Object... arguments) {
        List<CodeBlock> parts = List.of(arguments).stream()
                .map(argument ->
                        argument instanceof String text ? CodeBlock.of("$S", text) : CodeBlock.of("$L", argument))
                .toList();
        // JavaPoet imports a method statically only where its name stands in the format itself.
        return CodeBlock.of("$T." + method + "($L)", Types.class, CodeBlock.join(parts, ", "));
    }

    @Override
    public CodeBlock simple(Simple type) {
        return call(
                switch (type.kind()) {
                    case BOOLEAN -> "bool";
                    case BIT -> "bit";
                    case TINYINT -> "tinyint";
                    case SMALLINT -> "smallint";
                    case INTEGER -> "integer";
                    case BIGINT -> "bigint";
                    case REAL -> "real";
                    case DOUBLE -> "doublePrecision";
                    case DATE -> "date";
                    case UUID -> "uuid";
                    case JSON -> "json";
                    case XML -> "xml";
                    case INET -> "inet";
                });
    }

    @Override
    public CodeBlock sized(Sized type) {
        String method = switch (type.kind()) {
            case CHAR -> "character";
            case VARCHAR -> "varchar";
            case LONG_VARCHAR -> "longVarchar";
            case NCHAR -> "nchar";
            case NVARCHAR -> "nvarchar";
            case LONG_NVARCHAR -> "longNvarchar";
            case CLOB -> "clob";
            case NCLOB -> "nclob";
            case BINARY -> "binary";
            case VARBINARY -> "varbinary";
            case LONG_VARBINARY -> "longVarbinary";
            case BLOB -> "blob";
        };
        return call(method, number(type.length()));
    }

    /** A whole number as Java source; beyond an {@code int} it needs its suffix. */
    private static CodeBlock number(long value) {
        return CodeBlock.of(value == (int) value ? "$L" : "$LL", value);
    }

    @Override
    public CodeBlock numeric(Numeric type) {
        return call("numeric", type.precision(), type.scale());
    }

    @Override
    public CodeBlock approximate(Type.Float type) {
        return call("floating", type.precision());
    }

    @Override
    public CodeBlock temporal(Temporal type) {
        String method = switch (type.kind()) {
            case TIME -> "time";
            case TIME_WITH_TIME_ZONE -> "timeWithTimeZone";
            case TIME_UTC -> "timeUtc";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestampWithTimeZone";
            case TIMESTAMP_UTC -> "timestampUtc";
            case INTERVAL_SECOND -> "intervalSecond";
        };
        OptionalInt precision = type.precision();
        return precision.isPresent() ? call(method, precision.getAsInt()) : call(method);
    }

    @Override
    public CodeBlock enumOf(EnumOf type) {
        CodeBlock values = CodeBlock.join(
                type.values().stream().map(value -> CodeBlock.of("$S", value)).toList(), ", ");
        String typeName = type.typeName().map(Object::toString).orElse("");
        return switch (type.storage()) {
            case NAME -> names("enumOf", type, values);
            case REFERENCED_NAME -> names("enumReference", type, values);
            case ORDINAL -> CodeBlock.of("$T.ordinalOf($L)", Types.class, values);
            case NAMED_TYPE -> CodeBlock.of("$T.namedEnum($S, $L)", Types.class, typeName, values);
            case NAMED_ORDINAL_TYPE -> CodeBlock.of("$T.namedOrdinalEnum($S, $L)", Types.class, typeName, values);
        };
    }

    private static CodeBlock names(String method, EnumOf type, CodeBlock values) {
        return type.length() == ENUM_LENGTH
                ? CodeBlock.of("$T." + method + "($L)", Types.class, values)
                : CodeBlock.of("$T." + method + "($L, $L)", Types.class, type.length(), values);
    }

    @Override
    public CodeBlock arrayOf(ArrayOf type) {
        CodeBlock element = of(type.element());
        return type.length().isPresent()
                ? call("arrayOf", element, type.length().getAsInt())
                : call("arrayOf", element);
    }

    @Override
    public CodeBlock structOf(StructOf type) {
        return call("structOf", type.name().toString());
    }

    @Override
    public CodeBlock nativeType(Native type) {
        return call("nativeType", type.sql());
    }
}
