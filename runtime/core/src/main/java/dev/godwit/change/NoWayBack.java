package dev.godwit.change;

import dev.godwit.schema.Schema;
import java.util.List;

/** Says, in a {@code down}, that what the migration has done to rows cannot be undone.
 *
 * @param why for whoever asks for it */
public record NoWayBack(String why) implements Change {

    public NoWayBack {
        if (why.isBlank()) {
            throw new IllegalArgumentException("That there is no way back needs a reason.");
        }
    }

    @Override
    public Schema apply(Schema before) {
        return before;
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of();
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.noWayBack(this);
    }
}
