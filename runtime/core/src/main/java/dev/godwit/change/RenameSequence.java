package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;

/** Gives a sequence another name; its position stays. */
public record RenameSequence(QualifiedName from, QualifiedName to) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.that(before.sequence(to).isEmpty(), "Sequence %s exists already.", to);
        return before.minusSequence(from).plus(Require.sequence(before, from).withName(to));
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new RenameSequence(to, from));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(from), Ref.of(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameSequence(this);
    }
}
