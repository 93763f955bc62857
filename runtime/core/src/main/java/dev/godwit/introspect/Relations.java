package dev.godwit.introspect;

import java.util.Set;

/**
 * The names that are taken, with their schema unless that is the connection's own.
 *
 * @param tables what no new table may be called
 * @param sequences what no new sequence may be called; the same set where tables and sequences share their names
 */
public record Relations(Set<String> tables, Set<String> sequences) {

    public Relations {
        tables = Set.copyOf(tables);
        sequences = Set.copyOf(sequences);
    }
}
