package dev.godwit.change;

import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import java.util.List;

/** Creates a sequence. */
public record CreateSequence(Sequence sequence) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.that(before.sequence(sequence.name()).isEmpty(), "Sequence %s exists already.", sequence.name());
        return before.plus(sequence);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropSequence(sequence.name()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(sequence.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSequence(this);
    }
}
