package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;

/** Gives a column another name; keys and indexes follow, expressions in SQL do not. */
public record RenameColumn(QualifiedName table, Identifier from, Identifier to) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.column(current, from);
        Require.that(current.column(to).isEmpty(), "Column %s.%s exists already.", table, to);
        return before.renamedColumn(table, from, to);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new RenameColumn(table, to, from));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table, from), Ref.of(table, to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameColumn(this);
    }
}
