package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** Changes the SQL options behind a table's definition. */
public record AlterTableOptions(QualifiedName table, Optional<String> from, Optional<String> to) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(current.options().equals(from), "Table %s has other options than expected.", table);
        return before.plus(current.withOptions(to));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AlterTableOptions(table, to, from));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterTableOptions(this);
    }
}
