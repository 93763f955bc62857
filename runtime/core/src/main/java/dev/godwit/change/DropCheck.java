package dev.godwit.change;

import dev.godwit.schema.Check;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Drops a check from a table.
 *
 * @param check its definition: one without a name is found on a database by its structure */
public record DropCheck(QualifiedName table, Check check) implements Change {

    @Override
    public Schema apply(Schema before) {
        Table current = Require.table(before, table);
        Set<Check> rest = new LinkedHashSet<>(current.checks());
        Require.that(rest.remove(check), "Table %s has no check %s.", table, check);
        return before.plus(current.withChecks(rest));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AddCheck(table, check));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropCheck(this);
    }
}
