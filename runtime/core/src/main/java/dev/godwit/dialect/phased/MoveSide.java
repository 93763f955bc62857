package dev.godwit.dialect.phased;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Map;

/**
 * The columns of one table whose values move to another one, or come from there.
 *
 * @param key tells which rows of the two tables belong together
 * @param values in the order of the other side's
 * @param leaves whether this is the side that the running version knows, and that goes
 */
public record MoveSide(QualifiedName table, List<Column> key, List<Value> values, boolean leaves) {

    /**
     * A column that holds a value.
     *
     * @param absent what it holds where the other side holds nothing, as SQL: NULL unless the column forbids that
     */
    public record Value(Column column, String absent) {

        static final String NULL = "null";

        /** What the column is to hold, given what the other side holds. */
        String given(String other) {
            return absent.equals(NULL) ? other : "coalesce(%s, %s)".formatted(other, absent);
        }
    }

    public MoveSide {
        key = List.copyOf(key);
        values = List.copyOf(values);
    }

    /** The columns of the values, by their table. */
    public Map<QualifiedName, List<Identifier>> known() {
        return Map.of(table, values.stream().map(value -> value.column().name()).toList());
    }

    /** For people. */
    public String subject() {
        return table + "."
                + String.join(
                        ", ",
                        values.stream()
                                .map(value -> value.column().name().toString())
                                .toList());
    }
}
