package dev.godwit.diff;

import dev.godwit.model.Backfills;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The SQL expressions that {@code @Backfill} states for one direction.
 *
 * @param expressions by column of the schema that this direction leads to
 */
record StatedValues(Map<Ref, String> expressions) {

    StatedValues {
        expressions = Map.copyOf(expressions);
    }

    static StatedValues forward(Backfills backfills) {
        return new StatedValues(backfills.values());
    }

    /** @param back from the model's names to those of before */
    static StatedValues back(Backfills backfills, Renames back) {
        Map<Ref, String> expressions = new LinkedHashMap<>();
        backfills.reverses().forEach((column, expression) -> expressions.put(before(column, back), expression));
        return new StatedValues(expressions);
    }

    /** A column that goes has the name of before already; one that stays is named as in the model. */
    private static Ref before(Ref column, Renames back) {
        return Ref.of(
                back.table(column.object()),
                back.column(column.object(), column.column().orElseThrow()));
    }

    /** What rows get in a column that is new to them. */
    Optional<String> ofNew(QualifiedName table, Column column) {
        return Optional.ofNullable(expressions.get(Ref.of(table, column.name())));
    }

    /**
     * How values become what the column holds from now on. An annotation may have been left from when the column was new,
     * so only an expression that names the column itself converts its values; any other is for rows without one.
     */
    Optional<String> ofChange(QualifiedName table, Column former, Column column) {
        Optional<String> stated = ofNew(table, column);
        if (converts(table, former, column)) {
            return stated;
        }
        return stated.filter(value -> former.nullable() && !column.nullable())
                .map(value -> "coalesce(%s, %s)".formatted(former.name(), value));
    }

    /** Whether an expression says how values of another type come about. */
    boolean converts(QualifiedName table, Column former, Column column) {
        return !former.type().equals(column.type())
                && ofNew(table, column)
                        .filter(value -> SqlWords.mention(value, column.name()))
                        .isPresent();
    }
}
