package dev.godwit.mapping.bind;

import dev.godwit.schema.Type;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;

/** Finds the type of a column. */
interface ColumnTypes {

    /** What part of an attribute the column holds, which decides the annotations that speak about its type. */
    enum Part {
        ATTRIBUTE,
        ELEMENT,
        MAP_KEY,
        LIST_INDEX,
        COLLECTION_ID,
        ANY_DISCRIMINATOR,
        ANY_KEY
    }

    /**
     * The sizes that a column states.
     *
     * @param secondPrecision digits of the fraction of a second
     */
    record Sizes(OptionalInt length, OptionalInt precision, OptionalInt scale, OptionalInt secondPrecision) {
        static final Sizes NONE =
                new Sizes(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    Type typeOf(Attribute attribute, Part part, TypeMirror javaType, Sizes sizes);
}
