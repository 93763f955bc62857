package dev.godwit.change;

import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;

/** Adds an index to a table. */
public record AddIndex(QualifiedName table, Index index) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(current.index(index.name()).isEmpty(), "Table %s has the index %s already.", table, index.name());
        Require.consistent(before, current.plus(index));
        return before.plus(current.plus(index));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropIndex(table, index.name()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addIndex(this);
    }
}
