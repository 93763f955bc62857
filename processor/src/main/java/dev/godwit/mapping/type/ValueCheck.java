package dev.godwit.mapping.type;

import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A condition on the values of a column that follows from how they are stored.
 *
 * @param condition what stands behind the column's name
 * @param listed the literals in it, where it is a list of them
 */
public record ValueCheck(String condition, List<String> listed) {

    public ValueCheck {
        listed = List.copyOf(listed);
    }

    static ValueCheck between(long least, long most) {
        return new ValueCheck(" between %d and %d".formatted(least, most), List.of());
    }

    static ValueCheck inTexts(List<String> values) {
        return in(values.stream()
                .map(value -> '\'' + value.replace("'", "''") + '\'')
                .toList());
    }

    static ValueCheck inNumbers(List<Long> values) {
        return in(values.stream().map(String::valueOf).toList());
    }

    private static ValueCheck in(List<String> literals) {
        return new ValueCheck(" in (" + String.join(",", literals) + ")", literals);
    }

    /** The same values from last to first, as they come when what they stand for is negated. */
    public ValueCheck reversed() {
        if (listed.isEmpty()) {
            return this;
        }
        List<String> reversed = new ArrayList<>(listed);
        Collections.reverse(reversed);
        return in(reversed);
    }

    /** The check on a column; a quoted name stands between backticks, for the dialect to quote in its way. */
    public Check on(Identifier column) {
        return new Check(Optional.empty(), column + condition);
    }
}
