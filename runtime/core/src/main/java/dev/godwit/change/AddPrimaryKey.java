package dev.godwit.change;

import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** Gives a table without one a primary key. */
public record AddPrimaryKey(QualifiedName table, PrimaryKey key) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(current.primaryKey().isEmpty(), "Table %s has a primary key already.", table);
        Table changed = current.withPrimaryKey(Optional.of(key));
        Require.consistent(before, changed);
        return before.plus(changed);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropPrimaryKey(table));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addPrimaryKey(this);
    }
}
