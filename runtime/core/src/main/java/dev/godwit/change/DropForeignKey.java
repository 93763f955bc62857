package dev.godwit.change;

import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Drops a foreign key, by its name. */
public record DropForeignKey(QualifiedName table, Identifier name) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Set<ForeignKey> rest = new LinkedHashSet<>(current.foreignKeys());
        rest.remove(existing(before));
        return before.plus(current.withForeignKeys(rest));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AddForeignKey(table, existing(before)));
    }

    private ForeignKey existing(Schema before) {
        return Require.table(before, table)
                .foreignKey(name)
                .orElseThrow(() -> new PreconditionException("Table %s has no foreign key %s.".formatted(table, name)));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropForeignKey(this);
    }
}
