package dev.godwit.diff;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import dev.godwit.schema.TypeText;
import java.util.List;
import java.util.stream.Collectors;

/** The paste-ready {@code @Backfill} for what is computed, with the SQL left to whoever knows it. */
final class BackfillHints {

    private BackfillHints() {}

    /** For new columns that are computed from ones that go. */
    static String computed(List<Identifier> from, List<Identifier> to) {
        return "@Backfill(value = \"<SQL over %s>\", %s)".formatted(names(from), reversed(from, to));
    }

    /** The way back alone, for an annotation that has the way forth. */
    static String reversed(List<Identifier> from, List<Identifier> to) {
        String back = "\"<SQL over %s>\"".formatted(names(to));
        return "reverse = %s, reverseColumn = %s"
                .formatted(
                        listed(from.stream().map(column -> back).toList()),
                        listed(from.stream().map("\"%s\""::formatted).toList()));
    }

    /** For a column that keeps its name and changes its type: only expressions with the column in them convert. */
    static String converted(Identifier column, Type to) {
        return "@Backfill(value = \"<%1$s as %2$s>\", reverse = \"<%1$s as before>\"), each a SQL expression over %1$s"
                .formatted(column, TypeText.of(to));
    }

    private static String names(List<Identifier> columns) {
        return columns.stream().map(Identifier::toString).collect(Collectors.joining(", "));
    }

    private static String listed(List<String> values) {
        return values.size() == 1 ? values.get(0) : "{" + String.join(", ", values) + "}";
    }
}
