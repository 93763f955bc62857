package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Drops a unique key from a table.
 *
 * @param key its definition: one without a name is found on a database by its structure */
public record DropUnique(QualifiedName table, UniqueKey key) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Set<UniqueKey> rest = new LinkedHashSet<>(current.uniqueKeys());
        Require.that(rest.remove(key), "Table %s has no unique key %s.", table, key);
        return before.plus(current.withUniqueKeys(rest));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AddUnique(table, key));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropUnique(this);
    }
}
