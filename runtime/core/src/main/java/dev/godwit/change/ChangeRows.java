package dev.godwit.change;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inserts, updates and deletes rows that belong to the schema, each stated as it is before and after.
 *
 * <p>A row that a database has otherwise than stated before is never overwritten: the change is refused there.
 *
 * @param key the columns that tell the rows apart; among {@code before} and among {@code after}
 * @param before the columns that rows are stated in before, in the order of their values
 * @param after the columns that rows are stated in after, in the order of their values; a column that is not among
 *     {@code before} is overwritten whatever it holds, one that is not among {@code after} is left as it is
 */
public record ChangeRows(
        QualifiedName table, List<Identifier> key, List<Identifier> before, List<Identifier> after, List<Row> rows)
        implements Change {

    /**
     * One row. Values are texts that their column's type is read from; an empty value is NULL.
     *
     * @param before its values before; empty: it is not there
     * @param after its values after; empty: it is not there
     */
    public record Row(Optional<List<Optional<String>>> before, Optional<List<Optional<String>>> after) {

        public Row {
            before = before.map(List::copyOf);
            after = after.map(List::copyOf);
        }

        Row reversed() {
            return new Row(after, before);
        }
    }

    public ChangeRows {
        key = List.copyOf(key);
        before = List.copyOf(before);
        after = List.copyOf(after);
        rows = List.copyOf(rows);
    }

    @Override
    public Schema apply(Schema schema) {
        Table in = Require.table(schema, table);
        Require.that(!key.isEmpty(), "Nothing says which columns tell the rows of %s apart.", table);
        Require.that(before.containsAll(key), "The key of the rows of %s is not among their columns before.", table);
        Require.that(after.containsAll(key), "The key of the rows of %s is not among their columns after.", table);
        for (Row row : rows) {
            row.before().ifPresent(values -> require(in, before, values));
            row.after().ifPresent(values -> require(in, after, values));
            Require.that(
                    row.before().isEmpty()
                            || row.after().isEmpty()
                            || keyOf(before, row.before().get())
                                    .equals(keyOf(after, row.after().get())),
                    "A row of %s has another key after than before: delete the one and insert the other.",
                    table);
        }
        return schema;
    }

    private void require(Table in, List<Identifier> columns, List<Optional<String>> values) {
        Require.that(
                values.size() == columns.size(),
                "A row of %s has %d values, and there are %d columns.",
                table,
                values.size(),
                columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = Require.column(in, columns.get(i));
            Require.that(column.generatedAs().isEmpty(), "Column %s.%s is computed.", table, column.name());
            boolean missing = values.get(i).isEmpty();
            Require.that(
                    !missing || column.nullable() && !key.contains(column.name()),
                    "Column %s.%s must have a value in every row.",
                    table,
                    column.name());
            values.get(i).ifPresent(text -> require(column, text));
        }
    }

    private void require(Column column, String text) {
        try {
            ValueText.canonical(column.type(), text);
        } catch (IllegalArgumentException e) {
            throw new PreconditionException("In column %s.%s, %s".formatted(table, column.name(), e.getMessage()));
        }
    }

    /** The values of the key. */
    public List<Optional<String>> keyOf(List<Identifier> columns, List<Optional<String>> values) {
        return key.stream().map(column -> values.get(columns.indexOf(column))).toList();
    }

    /** Row by row, the last first; a row that is the same in the columns stated before needs nothing. */
    @Override
    public List<Change> inverse(Schema schema) {
        List<Row> back = new ArrayList<>();
        rows.stream().map(Row::reversed).filter(this::isNeededBack).forEach(back::add);
        Collections.reverse(back);
        return List.of(new ChangeRows(table, key, after, before, back));
    }

    private boolean isNeededBack(Row back) {
        return back.before().isEmpty()
                || back.after().isEmpty()
                || before.stream()
                        .anyMatch(column -> !after.contains(column)
                                || !Objects.equals(
                                        back.before().get().get(after.indexOf(column)),
                                        back.after().get().get(before.indexOf(column))));
    }

    @Override
    public Footprint footprint() {
        Ref[] written = Stream.concat(before.stream(), after.stream())
                .distinct()
                .map(column -> Ref.of(table, column))
                .toArray(Ref[]::new);
        return Footprint.writing(written).reading(List.of(Ref.of(table)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.changeRows(this);
    }
}
