package dev.godwit.change;

import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** Changes a column's definition under the same name.
 *
 * @param from the definition before, so that the change reads as a whole and can be undone without a schema
 * @param conversion SQL expression that computes the new value from the old one, where the database cannot
 * @param forGood whether no database keeps the values that it replaces for the way back */
public record AlterColumn(QualifiedName table, Column from, Column to, Optional<String> conversion, boolean forGood)
        implements Change {

    /** Changes a column whose old values may be kept. */
    public AlterColumn(QualifiedName table, Column from, Column to, Optional<String> conversion) {
        this(table, from, to, conversion, false);
    }

    public AlterColumn {
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException(
                    "Column %s cannot be altered into %s: rename it.".formatted(from.name(), to.name()));
        }
    }

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Column column = Require.column(current, from.name());
        Require.that(column.equals(from), "Column %s.%s is %s, not %s.", table, from.name(), column, from);
        return before.plus(current.plus(to));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AlterColumn(table, to, from, Optional.empty()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table, from.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
