package dev.godwit.change;

import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;

/** Creates a table with its columns, keys, checks and indexes. */
public record CreateTable(Table table) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.that(before.table(table.name()).isEmpty(), "Table %s exists already.", table.name());
        Require.consistent(before.plus(table), table);
        return before.plus(table);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropTable(table.name()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table.name()))
                .reading(table.foreignKeys().stream()
                        .map(key -> Ref.of(key.referencedTable()))
                        .toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createTable(this);
    }
}
