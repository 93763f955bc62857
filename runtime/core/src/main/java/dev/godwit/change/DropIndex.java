package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Drops an index, by its name. */
public record DropIndex(QualifiedName table, Identifier name) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Set<Index> rest = new LinkedHashSet<>(current.indexes());
        rest.remove(existing(before));
        return before.plus(current.withIndexes(rest));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AddIndex(table, existing(before)));
    }

    private Index existing(Schema before) {
        return Require.table(before, table)
                .index(name)
                .orElseThrow(() -> new PreconditionException("Table %s has no index %s.".formatted(table, name)));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
