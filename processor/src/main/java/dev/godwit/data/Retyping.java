package dev.godwit.data;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.ValueText;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of stated values when their column gets another type: the same values, as the new type writes them. */
final class Retyping {

    private Retyping() {}

    /** A value that the new type cannot hold, or that an expression computes, stays as it is: the rows are to say what it is. */
    static TableRows of(TableRows rows, AlterColumn change) {
        int place = rows.columns().indexOf(change.to().name());
        if (place < 0 || change.from().type().equals(change.to().type())) {
            return rows;
        }
        Map<List<Optional<String>>, List<Optional<String>>> retyped = new LinkedHashMap<>();
        rows.rows().values().forEach(values -> {
            List<Optional<String>> row = new ArrayList<>(values);
            row.set(place, values.get(place).map(text -> canonical(change, text)));
            retyped.put(key(rows, row), row);
        });
        return new TableRows(rows.key(), rows.columns(), retyped);
    }

    private static List<Optional<String>> key(TableRows rows, List<Optional<String>> row) {
        return rows.key().stream()
                .map((Identifier column) -> row.get(rows.columns().indexOf(column)))
                .toList();
    }

    private static String canonical(AlterColumn change, String text) {
        try {
            return ValueText.canonical(change.to().type(), text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
