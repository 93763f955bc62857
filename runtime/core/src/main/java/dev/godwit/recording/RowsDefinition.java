package dev.godwit.recording;

import dev.godwit.DeclaredRows;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.ChangeRows.Row;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects rows that belong to the schema. */
final class RowsDefinition implements DeclaredRows {

    private final List<Row> rows = new ArrayList<>();
    private List<Identifier> key = List.of();
    private List<Identifier> columns = List.of();
    private Optional<List<Identifier>> after = Optional.empty();

    static ChangeRows of(String table, Consumer<DeclaredRows> definition) {
        RowsDefinition rows = new RowsDefinition();
        definition.accept(rows);
        return new ChangeRows(
                QualifiedName.of(table), rows.key, rows.columns, rows.after.orElse(rows.columns), rows.rows);
    }

    @Override
    public DeclaredRows key(String... names) {
        key = Specs.identifiers(List.of(names));
        return this;
    }

    @Override
    public DeclaredRows columns(String... names) {
        columns = Specs.identifiers(List.of(names));
        return this;
    }

    @Override
    public DeclaredRows columnsAfter(String... names) {
        after = Optional.of(Specs.identifiers(List.of(names)));
        return this;
    }

    @Override
    public DeclaredRows insert(@Nullable String... values) {
        return add(Optional.empty(), Optional.of(values(values)));
    }

    @Override
    public Updated update(@Nullable String... values) {
        return changed -> add(Optional.of(values(values)), Optional.of(values(changed)));
    }

    @Override
    public DeclaredRows delete(@Nullable String... values) {
        return add(Optional.of(values(values)), Optional.empty());
    }

    private DeclaredRows add(Optional<List<Optional<String>>> before, Optional<List<Optional<String>>> changed) {
        rows.add(new Row(before, changed));
        return this;
    }

    private static List<Optional<String>> values(@Nullable String... values) {
        return Arrays.stream(values).map(Optional::ofNullable).toList();
    }
}
