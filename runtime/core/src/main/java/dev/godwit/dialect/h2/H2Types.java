package dev.godwit.dialect.h2;

import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.StructOf;
import dev.godwit.schema.Type.Temporal;
import java.util.function.Function;

/** Types as {@code org.hibernate.dialect.H2Dialect} writes them. */
final class H2Types extends StandardTypes {

    private static final long MAX_VARCHAR = 1_048_576;

    private final Function<QualifiedName, String> names;

    H2Types(Function<QualifiedName, String> names) {
        this.names = names;
    }

    @Override
    public String simple(Simple type) {
        return switch (type.kind()) {
            case INET -> "varbinary(19)";
            case XML -> "clob";
            default -> super.simple(type);
        };
    }

    @Override
    public String sized(Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR -> "char(%d)".formatted(type.length());
            case VARCHAR, NVARCHAR -> type.length() > MAX_VARCHAR ? "clob" : "varchar(%d)".formatted(type.length());
            case CLOB, NCLOB, LONG_VARCHAR, LONG_NVARCHAR -> "clob";
            case BINARY -> "binary(%d)".formatted(type.length());
            case VARBINARY -> type.length() > MAX_VARCHAR ? "blob" : "varbinary(%d)".formatted(type.length());
            case BLOB, LONG_VARBINARY -> "blob";
        };
    }

    @Override
    protected String intervalSecond(Temporal type) {
        return "interval second(18,%d)".formatted(type.precision().orElse(9));
    }

    @Override
    public String enumOf(EnumOf type) {
        return switch (type.storage()) {
            case NAME, REFERENCED_NAME -> nativeEnum(type);
            case ORDINAL -> ordinal(type);
            case NAMED_TYPE, NAMED_ORDINAL_TYPE ->
                type.typeName().map(names).orElseGet(() -> "enum (" + literals(type.values()) + ")");
        };
    }

    @Override
    public String structOf(StructOf type) {
        throw Refusals.noSuchType("H2", "structured type such as " + type.name());
    }
}
