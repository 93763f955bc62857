package dev.godwit.referee;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a schema says, as values to compare: by object ({@code table customers}), by subject within it
 * ({@code column status}; the empty text is the object itself) and by aspect ({@code type}).
 *
 * <p>The first aspect of a subject is its {@link #MAIN} one: what there is to say of a subject that is missing on the
 * other side.
 */
record Facts(SortedMap<String, SortedMap<String, SortedMap<String, String>>> objects) {

    /** Sorts before any other aspect. */
    static final String MAIN = "";

    Facts() {
        this(new TreeMap<>());
    }

    /** States a fact. One that is stated before under the same names gets both values. */
    void state(String object, String subject, String aspect, String value) {
        objects.computeIfAbsent(object, any -> new TreeMap<>())
                .computeIfAbsent(subject, any -> new TreeMap<>())
                .merge(aspect, value, Facts::both);
    }

    private static String both(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " and " + other : other + " and " + one;
    }

    int size() {
        return objects.values().stream()
                .flatMap(subjects -> subjects.values().stream())
                .mapToInt(Map::size)
                .sum();
    }
}
