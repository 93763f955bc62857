package dev.godwit.change;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Drops a column, with its values, that no key and no index names.
 *
 * @param forGood whether no database keeps the values for the way back
 */
public record DropColumn(QualifiedName table, Identifier column, boolean forGood) implements Change {

    /** Drops a column whose values may be kept. */
    public DropColumn(QualifiedName table, Identifier column) {
        this(table, column, false);
    }

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.column(current, column);
        Require.consistent(before.plus(current.minus(column)), current.minus(column));
        Require.unreferenced(before, table, List.of(column));
        return before.plus(current.minus(column));
    }

    @Override
    public List<Change> inverse(Schema before) {
        Column dropped = Require.column(Require.table(before, table), column);
        return List.of(new AddColumn(table, dropped, Optional.empty()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table, column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropColumn(this);
    }
}
