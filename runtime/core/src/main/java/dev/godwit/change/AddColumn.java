package dev.godwit.change;

import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** Adds a column.
 *
 * @param valueForExisting SQL expression over the table's columns that gives the rows that are there a value */
public record AddColumn(QualifiedName table, Column column, Optional<String> valueForExisting) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(current.column(column.name()).isEmpty(), "Column %s.%s exists already.", table, column.name());
        return before.plus(current.plus(column));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropColumn(table, column.name()));
    }

    @Override
    public Footprint footprint() {
        Footprint own = Footprint.writing(Ref.of(table, column.name()));
        return valueForExisting.isPresent() ? own.reading(List.of(Ref.of(table))) : own;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
