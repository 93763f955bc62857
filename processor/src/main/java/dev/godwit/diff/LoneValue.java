package dev.godwit.diff;

import dev.godwit.schema.Column;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** What a table holds that holds one value a row, as that of a collection does. */
final class LoneValue {

    private LoneValue() {}

    /** The one column beside those that refer to other tables and the key that the database makes; empty: there are others. */
    static Optional<Column> of(Table table) {
        List<Column> values = table.columns().values().stream()
                .filter(column -> !column.identity())
                .filter(column -> table.foreignKeys().stream()
                        .noneMatch(key -> key.columns().contains(column.name())))
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
