package dev.godwit.dialect.standard;

import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.ArrayOf;
import dev.godwit.schema.Type.EnumOf;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Enum types with a name of their own: a schema does not list them, columns use them. */
public final class NamedTypes {

    private NamedTypes() {}

    /** The named enum type that the type is, or is an array of. */
    public static Optional<EnumOf> of(Type type) {
        if (type instanceof ArrayOf array) {
            return of(array.element());
        }
        return type instanceof EnumOf values && values.typeName().isPresent() && isNamed(values)
                ? Optional.of(values)
                : Optional.empty();
    }

    private static boolean isNamed(EnumOf type) {
        return switch (type.storage()) {
            case NAME, REFERENCED_NAME, ORDINAL -> false;
            case NAMED_TYPE, NAMED_ORDINAL_TYPE -> true;
        };
    }

    /** The named enum types of columns, each once. */
    public static Map<QualifiedName, EnumOf> of(Collection<Column> columns) {
        Map<QualifiedName, EnumOf> types = new LinkedHashMap<>();
        columns.forEach(column -> of(column.type())
                .ifPresent(type -> types.putIfAbsent(type.typeName().orElseThrow(), type)));
        return types;
    }

    /** The type of this name as columns of the schema have it. */
    public static Optional<EnumOf> in(Schema schema, QualifiedName name) {
        return schema.tables().values().stream()
                .map(table -> of(table.columns().values()).get(name))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
