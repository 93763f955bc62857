package dev.godwit.dialect.phased;

import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import java.util.List;

/** Types of which one holds all that the other one does, so that a version which knows the narrower one goes on. */
final class Widening {

    private static final List<Simple.Kind> WHOLE_NUMBERS =
            List.of(Simple.Kind.TINYINT, Simple.Kind.SMALLINT, Simple.Kind.INTEGER, Simple.Kind.BIGINT);

    private Widening() {}

    /** Whether the second type holds all values of the first one. */
    static boolean isWider(Type from, Type to) {
        if (from instanceof Simple simple && to instanceof Simple other) {
            return WHOLE_NUMBERS.contains(simple.kind())
                    && WHOLE_NUMBERS.indexOf(simple.kind()) <= WHOLE_NUMBERS.indexOf(other.kind());
        }
        if (from instanceof Sized sized && to instanceof Sized other) {
            return sized.kind() == other.kind() && sized.length() <= other.length();
        }
        if (from instanceof Numeric numeric && to instanceof Numeric other) {
            return numeric.scale() == other.scale() && numeric.precision() <= other.precision();
        }
        return from instanceof EnumOf values
                && to instanceof EnumOf other
                && values.storage() == other.storage()
                && values.typeName().equals(other.typeName())
                && isExtended(values, other);
    }

    /** An ordinal or a native enum's value is a place in the list: values may come behind the others alone. */
    private static boolean isExtended(EnumOf values, EnumOf other) {
        return other.values().size() >= values.values().size()
                && (values.storage() == EnumOf.Storage.ORDINAL
                        ? other.values().subList(0, values.values().size()).equals(values.values())
                        : other.values().containsAll(values.values()));
    }
}
