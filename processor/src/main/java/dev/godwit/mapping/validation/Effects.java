package dev.godwit.mapping.validation;

import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What a property's constraints do to its columns. */
final class Effects {

    private static final double LOG2_OF_10 = Math.log(10) / Math.log(2);

    private boolean notNull;
    private OptionalLong length = OptionalLong.empty();
    private OptionalInt precision = OptionalInt.empty();
    private int scale;
    private final Set<String> conditions = new LinkedHashSet<>();

    void notNull(boolean value) {
        notNull = value;
    }

    boolean isNotNull() {
        return notNull;
    }

    void length(long max) {
        length = OptionalLong.of(max);
    }

    void digits(int integer, int fraction) {
        precision = OptionalInt.of(integer + fraction);
        scale = fraction;
    }

    void check(String condition) {
        conditions.add(condition);
    }

    List<Check> checks(Identifier column) {
        return conditions.stream()
                .map(condition -> new Check(Optional.empty(), column + condition))
                .toList();
    }

    boolean resizes() {
        return length.isPresent() || precision.isPresent();
    }

    /** The type with the length or the digits that the constraints state, where it has such. */
    Type resized(Type type) {
        if (type instanceof Type.Sized sized && length.isPresent() && length.getAsLong() > 0) {
            return new Type.Sized(sized.kind(), length.getAsLong());
        }
        if (precision.isEmpty() || precision.getAsInt() < 1) {
            return type;
        }
        if (type instanceof Type.Numeric) {
            return new Type.Numeric(precision.getAsInt(), scale);
        }
        return type instanceof Type.Float ? new Type.Float((int) Math.ceil(precision.getAsInt() * LOG2_OF_10)) : type;
    }
}
