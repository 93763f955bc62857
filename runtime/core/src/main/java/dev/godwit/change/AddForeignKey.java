package dev.godwit.change;

import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;

/** Adds a foreign key to a table. */
public record AddForeignKey(QualifiedName table, ForeignKey key) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(
                current.foreignKey(key.name()).isEmpty(),
                "Table %s has the foreign key %s already.",
                table,
                key.name());
        Require.consistent(before, current.plus(key));
        return before.plus(current.plus(key));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropForeignKey(table, key.name()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table)).reading(List.of(Ref.of(key.referencedTable())));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addForeignKey(this);
    }
}
