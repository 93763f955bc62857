package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.schema.Check;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts a check of an entity on the table that has most of the columns it names. */
final class EntityChecks {

    private EntityChecks() {}

    static void add(BoundEntity entity, Check check) {
        List<String> words = Arrays.stream(check.expression().split("[^\\p{L}\\p{N}_$]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        BoundTable own = entity.table();
        BoundTable best = Stream.concat(Stream.of(own), entity.joins().stream().map(BoundJoin::table))
                .max(Comparator.comparingLong((BoundTable table) -> matches(table, words))
                        .thenComparing(table -> table == own))
                .orElse(own);
        best.checks().add(check);
    }

    private static long matches(BoundTable table, List<String> words) {
        return table.columns().stream()
                .map(BoundColumn::name)
                .filter(name -> words.contains(name.text().toLowerCase(Locale.ROOT)))
                .count();
    }
}
