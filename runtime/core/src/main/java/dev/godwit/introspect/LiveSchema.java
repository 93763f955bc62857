package dev.godwit.introspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a database holds.
 *
 * @param facts sorted; two constraints that differ in nothing are two facts
 */
public record LiveSchema(List<Fact> facts) {

    public LiveSchema {
        facts = facts.stream().sorted().toList();
    }

    /** The same without the names of constraints and indexes. */
    public LiveSchema unnamed() {
        return new LiveSchema(facts.stream().map(Fact::unnamed).toList());
    }

    /** The facts about these tables, sequences and types alone. */
    public LiveSchema about(Predicate<String> subject) {
        return new LiveSchema(
                facts.stream().filter(fact -> subject.test(fact.subject())).toList());
    }

    /** The facts by what they are about. */
    public Map<String, List<Fact>> bySubject() {
        return facts.stream().collect(Collectors.groupingBy(Fact::subject, LinkedHashMap::new, Collectors.toList()));
    }

    /** What another database holds otherwise, this one being what is expected. */
    public SchemaDifference differenceTo(LiveSchema actual) {
        List<Fact> missing = new ArrayList<>(facts);
        List<Fact> unexpected = new ArrayList<>();
        for (Fact fact : actual.facts) {
            if (!missing.remove(fact)) {
                unexpected.add(fact);
            }
        }
        return new SchemaDifference(missing, unexpected);
    }
}
