package dev.godwit.change;

import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Struct;
import java.util.List;

/** Creates a structured type. */
public record CreateStruct(Struct struct) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.that(before.struct(struct.name()).isEmpty(), "Type %s exists already.", struct.name());
        return before.plus(struct);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new DropStruct(struct));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(struct.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createStruct(this);
    }
}
