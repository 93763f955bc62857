package dev.godwit.change;

import dev.godwit.schema.Check;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;

/** Adds a check to a table. */
public record AddCheck(QualifiedName table, Check check) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Require.that(!current.checks().contains(check), "Table %s has the check %s already.", table, check);
        Require.consistent(before, current.plus(check));
        return before.plus(current.plus(check));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropCheck(table, check));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addCheck(this);
    }
}
