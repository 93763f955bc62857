package dev.godwit.referee;

import dev.godwit.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One fact that Hibernate and Godwit see differently.
 *
 * @param databases on which, such as {@code PostgreSQL}
 * @param object the table, sequence or type, such as {@code table customers}
 * @param what the fact, such as {@code column status, type}; empty: the object as a whole
 * @param hibernates Hibernate's value; empty: Hibernate would not create it
 * @param godwits Godwit's value; empty: Godwit does not have it
 * @param origin the entity and attribute, where known
 */
public record Disagreement(
        List<String> databases,
        String object,
        String what,
        Optional<String> hibernates,
        Optional<String> godwits,
        Optional<Origin> origin) {

    public Disagreement {
        databases = List.copyOf(databases);
    }

    Disagreement alsoOn(Disagreement same) {
        List<String> all = new ArrayList<>(databases);
        all.addAll(same.databases);
        return new Disagreement(all, object, what, hibernates, godwits, origin);
    }

    /** One line without a code: where, and both values. */
    @Override
    public String toString() {
        return "%s%s on %s%s: Hibernate %s, Godwit %s"
                .formatted(
                        object,
                        what.isEmpty() ? "" : ", " + what,
                        String.join(", ", databases),
                        origin.map(from -> " (" + from + ")").orElse(""),
                        hibernates.orElse("has none"),
                        godwits.orElse("has none"));
    }
}
