package dev.godwit.change;

import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import java.util.List;

/** Changes a sequence's definition; its position stays. */
public record AlterSequence(Sequence from, Sequence to) implements Change {

    public AlterSequence {
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException(
                    "Sequence %s cannot be altered into %s: rename it.".formatted(from.name(), to.name()));
        }
    }

    @Override
    public Schema apply(Schema before) {
        Sequence current = Require.sequence(before, from.name());
        Require.that(current.equals(from), "Sequence %s is %s, not %s.", from.name(), current, from);
        return before.plus(to);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new AlterSequence(to, from));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(from.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterSequence(this);
    }
}
