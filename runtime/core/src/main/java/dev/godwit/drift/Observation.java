package dev.godwit.drift;

import dev.godwit.schema.Schema;
import java.util.List;

/**
 * A live database as a model sees it.
 *
 * @param drift what differs from the model
 * @param schema the model's tables as they are in the database, in the words of a model
 * @param inexpressible differences that those words cannot say
 */
public record Observation(Drift drift, Schema schema, List<Difference> inexpressible) {

    public Observation {
        inexpressible = List.copyOf(inexpressible);
    }
}
