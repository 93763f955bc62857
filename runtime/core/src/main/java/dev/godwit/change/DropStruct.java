package dev.godwit.change;

import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Struct;
import java.util.List;

/** Drops a structured type. */
public record DropStruct(Struct struct) implements Change {

    @Override
    public Schema apply(Schema before) {
        Require.that(
                before.struct(struct.name()).filter(struct::equals).isPresent(), "There is no type %s.", struct.name());
        return before.minusStruct(struct.name());
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new CreateStruct(struct));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(struct.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropStruct(this);
    }
}
