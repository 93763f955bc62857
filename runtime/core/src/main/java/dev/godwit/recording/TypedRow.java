package dev.godwit.recording;

import dev.godwit.ColumnHandle;
import dev.godwit.RowTransformation.Row;
import dev.godwit.TableHandle;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row as it is handed to code: the columns that the code has declared to read. */
record TypedRow<T extends TableHandle<T>>(
        QualifiedName table, List<Identifier> readable, Map<Identifier, Object> values) implements Row<T> {

    @Override
    public <V> Optional<V> get(ColumnHandle<T, V> column) {
        Identifier name = Identifier.of(column.name());
        if (!readable.contains(name)) {
            throw new IllegalArgumentException(
                    "The transformation of %s reads %s, not %s.".formatted(table, readable, name));
        }
        return Optional.ofNullable(values.get(name)).map(value -> JavaValue.as(column.type(), value));
    }
}
