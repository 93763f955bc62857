package dev.godwit.drift;

import java.util.List;
import java.util.function.Predicate;

/**
 * How a live database stands to a schema.
 *
 * @param differences in what the schema says, by table
 * @param unmanaged tables that the schema does not know, as the catalog has them
 * @param histories tables among them in which other tools keep what they did
 * @param notCompared what could not be compared, and why, each with its code
 */
public record Drift(
        List<Difference> differences,
        List<String> unmanaged,
        List<ForeignHistory> histories,
        List<String> notCompared) {

    public static final Drift NONE = new Drift(List.of(), List.of(), List.of(), List.of());

    public Drift {
        differences = List.copyOf(differences);
        unmanaged = List.copyOf(unmanaged);
        histories = List.copyOf(histories);
        notCompared = List.copyOf(notCompared);
    }

    public boolean isEmpty() {
        return differences.isEmpty() && notCompared.isEmpty();
    }

    /** The same without some differences. */
    public Drift without(Predicate<Difference> some) {
        return new Drift(differences.stream().filter(some.negate()).toList(), unmanaged, histories, notCompared);
    }
}
