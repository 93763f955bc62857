package dev.godwit.mapping.type;

import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition on the values of a column that follows from how they are stored.
 *
 * @param condition what stands behind the column's name
 * @param orNull whether null is one of the values
 */
public record ValueCheck(String condition, boolean orNull) {

    static ValueCheck between(long least, long most) {
        return new ValueCheck(" between %d and %d".formatted(least, most), false);
    }

    static ValueCheck inTexts(List<String> values) {
        return in(values.stream()
                .map(value -> '\'' + value.replace("'", "''") + '\'')
                .collect(Collectors.joining(",")));
    }

    static ValueCheck inNumbers(List<Long> values) {
        return in(values.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static ValueCheck in(String list) {
        return new ValueCheck(" in (" + list + ")", false);
    }

    /** The check on a column; a quoted name stands between backticks, for the dialect to quote in its way. */
    public Check on(Identifier column) {
        return new Check(Optional.empty(), column + condition + (orNull ? " or " + column + " is null" : ""));
    }
}
