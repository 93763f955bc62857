package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;

/** Gives the rows of a table that have no value in a column one.
 *
 * @param value SQL expression over the columns of the table
 * @param forGood whether no database keeps which rows had no value */
public record FillColumn(QualifiedName table, Identifier column, String value, boolean forGood) implements Change {

    /** Gives values to rows of which may be kept that they had none. */
    public FillColumn(QualifiedName table, Identifier column, String value) {
        this(table, column, value, false);
    }

    @Override
    public Schema apply(Schema before) {
        Require.column(Require.table(before, table), column);
        return before;
    }

    /** Nothing in the schema has to be undone. */
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
