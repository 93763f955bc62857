package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.List;

/** Adds a unique key to a table. */
public record AddUnique(QualifiedName table, UniqueKey key) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(!current.uniqueKeys().contains(key), "Table %s has the unique key %s already.", table, key);
        Require.consistent(before, current.plus(key));
        return before.plus(current.plus(key));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropUnique(table, key));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addUnique(this);
    }
}
