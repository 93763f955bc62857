package dev.godwit.change;

import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a table's primary key; its columns stay. */
public record DropPrimaryKey(QualifiedName table) implements Change {

    @Override
    public Schema apply(Schema before) {
        existing(before);
        return before.plus(Require.table(before, table).withPrimaryKey(Optional.empty()));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AddPrimaryKey(table, existing(before)));
    }

    private PrimaryKey existing(Schema before) {
        return Require.table(before, table)
                .primaryKey()
                .orElseThrow(() -> new PreconditionException("Table %s has no primary key.".formatted(table)));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropPrimaryKey(this);
    }
}
