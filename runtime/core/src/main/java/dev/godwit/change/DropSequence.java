package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;

/** Drops a sequence. */
public record DropSequence(QualifiedName sequence) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.sequence(before, sequence);
        return before.minusSequence(sequence);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new CreateSequence(Require.sequence(before, sequence)));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(sequence));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSequence(this);
    }
}
