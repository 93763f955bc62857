package dev.godwit.mapping.validation;

import dev.godwit.schema.Type;

/** The types that constraints touch, as text; others are empty. */
final class TypeText implements Type.Visitor<String> {

    @Override
    public String simple(Type.Simple type) {
        return "";
    }

    @Override
    public String sized(Type.Sized type) {
        return " varchar(" + type.length() + ")";
    }

    @Override
    public String numeric(Type.Numeric type) {
        return " numeric(" + type.precision() + "," + type.scale() + ")";
    }

    @Override
    public String approximate(Type.Float type) {
        return "";
    }

    @Override
    public String temporal(Type.Temporal type) {
        return "";
    }

    @Override
    public String enumOf(Type.EnumOf type) {
        return "";
    }

    @Override
    public String arrayOf(Type.ArrayOf type) {
        return "";
    }

    @Override
    public String structOf(Type.StructOf type) {
        return "";
    }

    @Override
    public String nativeType(Type.Native type) {
        return " " + type.sql();
    }
}
