package dev.godwit.schema;

import dev.godwit.schema.Type.ArrayOf;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Float;
import dev.godwit.schema.Type.Native;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.StructOf;
import dev.godwit.schema.Type.Temporal;
import java.util.Locale;

/** A type as people read it in messages and summaries, such as {@code varchar(20)}; no SQL of any database. */
public final class TypeText implements Type.Visitor<String> {

    private static final TypeText TEXTS = new TypeText();

    private TypeText() {}

    public static String of(Type type) {
        return type.accept(TEXTS);
    }

    private static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String simple(Simple type) {
        return words(type.kind());
    }

    @Override
    public String sized(Sized type) {
        return "%s(%d)".formatted(words(type.kind()), type.length());
    }

    @Override
    public String numeric(Numeric type) {
        return "numeric(%d, %d)".formatted(type.precision(), type.scale());
    }

    @Override
    public String approximate(Float type) {
        return "float(%d)".formatted(type.precision());
    }

    @Override
    public String temporal(Temporal type) {
        String kind = words(type.kind());
        return type.precision().isPresent()
                ? "%s(%d)".formatted(kind, type.precision().getAsInt())
                : kind;
    }

    @Override
    public String enumOf(EnumOf type) {
        String values = "enum (" + String.join(", ", type.values()) + ")";
        return switch (type.storage()) {
            case NAME, REFERENCED_NAME -> values;
            case ORDINAL -> "ordinal of " + values;
            case NAMED_TYPE, NAMED_ORDINAL_TYPE ->
                type.typeName().map(name -> name + " " + values).orElse(values);
        };
    }

    @Override
    public String arrayOf(ArrayOf type) {
        String array = "array of " + of(type.element());
        return type.length().isPresent()
                ? "%s (%d)".formatted(array, type.length().getAsInt())
                : array;
    }

    @Override
    public String structOf(StructOf type) {
        return type.name().toString();
    }

    @Override
    public String nativeType(Native type) {
        return type.sql();
    }
}
