package dev.godwit.model;

import dev.godwit.schema.Ref;
import java.util.Map;
import java.util.Optional;

/**
 * What the entities declare by {@code @Backfill}, as SQL expressions over the columns of a table.
 *
 * @param values by column of the model: what gives rows that are there a value
 * @param reverses by column before the migration, in its table's name of the model: what gives rows a value when the
 *     migration is taken back
 */
public record Backfills(Map<Ref, String> values, Map<Ref, String> reverses) {

    /** Nothing is declared. */
    public static final Backfills NONE = new Backfills(Map.of(), Map.of());

    public Backfills {
        values = Map.copyOf(values);
        reverses = Map.copyOf(reverses);
    }

    public Optional<String> value(Ref column) {
        return Optional.ofNullable(values.get(column));
    }

    public Optional<String> reverse(Ref column) {
        return Optional.ofNullable(reverses.get(column));
    }
}
