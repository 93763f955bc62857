package dev.godwit.introspect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where two databases disagree.
 *
 * @param missing facts that were expected
 * @param unexpected facts that are there instead
 */
public record SchemaDifference(List<Fact> missing, List<Fact> unexpected) {

    public SchemaDifference {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }

    public boolean isEmpty() {
        return missing.isEmpty() && unexpected.isEmpty();
    }

    /** By table: what was expected behind a minus, what is there behind a plus; empty when nothing differs. */
    @Override
    public String toString() {
        Map<String, List<String>> lines = Stream.concat(
                        missing.stream().map(fact -> Map.entry(fact, "  - ")),
                        unexpected.stream().map(fact -> Map.entry(fact, "  + ")))
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(
                        line -> line.getKey().subject(),
                        TreeMap::new,
                        Collectors.mapping(line -> line.getValue() + line.getKey(), Collectors.toList())));
        return lines.entrySet().stream()
                .map(table -> table.getKey() + "\n" + String.join("\n", table.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
