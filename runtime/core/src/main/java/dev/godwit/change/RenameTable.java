package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;

/** Gives a table another name; foreign keys to it follow. */
public record RenameTable(QualifiedName from, QualifiedName to) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.table(before, from);
        Require.that(before.table(to).isEmpty(), "Table %s exists already.", to);
        return before.renamedTable(from, to);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new RenameTable(to, from));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(from), Ref.of(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameTable(this);
    }
}
