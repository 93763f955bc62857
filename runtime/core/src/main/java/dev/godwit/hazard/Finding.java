package dev.godwit.hazard;

import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.Set;

/**
 * One thing to know about a change.
 *
 * @param code stable; {@code @SuppressWarnings} at the element names it
 * @param hazard how bad it is
 * @param place the table or column
 * @param databases where it holds
 * @param message what happens, why it matters, and the safe way
 */
public record Finding(String code, Hazard hazard, Ref place, Set<DatabaseKind> databases, String message) {

    public Finding {
        databases = Set.copyOf(databases);
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}
