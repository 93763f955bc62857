package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.ModelReader;
import dev.godwit.schema.Type;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;

/** The types of the commonest attributes. */
final class PlainColumnTypes implements ColumnTypes {

    private final ModelReader reader;

    PlainColumnTypes(ModelReader reader) {
        this.reader = reader;
    }

    @Override
    public Type typeOf(Attribute attribute, Part part, TypeMirror javaType, Sizes sizes) {
        return switch (reader.erasedName(javaType)) {
            case "int", "java.lang.Integer" -> new Type.Simple(Type.Simple.Kind.INTEGER);
            case "long", "java.lang.Long" -> new Type.Simple(Type.Simple.Kind.BIGINT);
            case "short", "java.lang.Short" -> new Type.Simple(Type.Simple.Kind.SMALLINT);
            case "boolean", "java.lang.Boolean" -> new Type.Simple(Type.Simple.Kind.BOOLEAN);
            case "java.util.UUID" -> new Type.Simple(Type.Simple.Kind.UUID);
            case "java.time.LocalDate" -> new Type.Simple(Type.Simple.Kind.DATE);
            case "java.time.Instant" -> new Type.Temporal(Type.Temporal.Kind.TIMESTAMP_UTC, OptionalInt.empty());
            default -> new Type.Sized(Type.Sized.Kind.VARCHAR, sizes.length().orElse(255));
        };
    }
}
