package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;

/** Gives the rows of a table that have no value in a column one.
 *
 * @param value SQL expression over the columns of the table */
public record FillColumn(QualifiedName table, Identifier column, String value) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.column(Require.table(before, table), column);
        return before;
    }

    /** Nothing in the schema has to be undone, and NULL is not worth bringing back. */
    @Override
    public List<Change> inverse(Schema before) {
        return List.of();
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table, column)).reading(List.of(Ref.of(table)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.fillColumn(this);
    }
}
