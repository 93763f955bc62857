package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.introspect.LiveSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Pairs what is expected with what is there, and tells what is left. */
final class Comparison {

    private static final Set<Kind> CONSTRAINTS = EnumSet.of(Kind.UNIQUE, Kind.FOREIGN_KEY, Kind.CHECK, Kind.INDEX);

    private final BiPredicate<Fact, Fact> agree;
    private final List<Difference> differences = new ArrayList<>();

    /** @param agree whether two facts about the same thing say the same, with a server's help */
    Comparison(BiPredicate<Fact, Fact> agree) {
        this.agree = agree;
    }

    /** Compares what the expectation knows of; everything else in the database is not looked at. */
    static List<Difference> of(LiveSchema expected, LiveSchema live, BiPredicate<Fact, Fact> agree) {
        Comparison comparison = new Comparison(agree);
        Map<String, List<Fact>> present = live.bySubject();
        expected.bySubject()
                .forEach((subject, facts) -> comparison.subject(facts, present.getOrDefault(subject, List.of())));
        return comparison.differences;
    }

    private void subject(List<Fact> expected, List<Fact> live) {
        if (live.isEmpty()) {
            differences.add(Difference.missing(expected.get(0)));
            return;
        }
        Set<String> columns = sameColumns(of(Kind.COLUMN, expected), of(Kind.COLUMN, live));
        one(unnamed(expected, columns), unnamed(live, columns));
        for (Kind kind : CONSTRAINTS) {
            constraints(of(kind, expected), of(kind, live));
        }
    }

    /** Tells columns that are on one side alone; nothing else is told of those. */
    private static Set<String> names(List<Fact> columns) {
        return columns.stream().map(Fact::column).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> sameColumns(List<Fact> expected, List<Fact> live) {
        Set<String> both = names(expected);
        both.retainAll(names(live));
        expected.stream()
                .filter(fact -> !both.contains(fact.column()))
                .forEach(fact -> differences.add(Difference.missing(fact)));
        live.stream()
                .filter(fact -> !both.contains(fact.column()))
                .forEach(fact -> differences.add(Difference.unexpected(fact)));
        return both;
    }

    private record Place(Kind kind, String column) {}

    /** What there is at most one of: by kind and column. */
    private static Map<Place, Fact> unnamed(List<Fact> facts, Set<String> columns) {
        Map<Place, Fact> byPlace = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> !CONSTRAINTS.contains(fact.kind()))
                .filter(fact -> fact.column().isEmpty() || columns.contains(fact.column()))
                .forEach(fact -> byPlace.put(new Place(fact.kind(), fact.column()), fact));
        return byPlace;
    }

    private void one(Map<Place, Fact> expected, Map<Place, Fact> live) {
        expected.forEach((place, fact) -> {
            Optional<Fact> found = Optional.ofNullable(live.get(place));
            if (found.isEmpty()) {
                differences.add(Difference.missing(fact));
            } else if (!agree.test(fact, found.get())) {
                differences.add(Difference.between(fact, found.get()));
            }
        });
        live.forEach((place, fact) -> {
            if (!expected.containsKey(place)) {
                differences.add(Difference.unexpected(fact));
            }
        });
    }

    /** A constraint is found by its name and what it says; failing that by what it says; failing that by its name. */
    private void constraints(List<Fact> expected, List<Fact> live) {
        List<Fact> missing = new ArrayList<>(expected);
        List<Fact> unexpected = new ArrayList<>(live);
        BiPredicate<Fact, Fact> sameText = (one, other) -> one.definition().equals(other.definition());
        BiPredicate<Fact, Fact> sameName =
                (one, other) -> one.name().isPresent() && one.name().equals(other.name());
        BiPredicate<Fact, Fact> nameless = (one, other) -> one.name().isEmpty();
        pair(missing, unexpected, sameName.and(sameText), false);
        pair(missing, unexpected, nameless.and(sameText), false);
        pair(missing, unexpected, sameName.and(agree), false);
        pair(missing, unexpected, nameless.and(agree), false);
        pair(missing, unexpected, sameText.or(agree), true);
        pair(missing, unexpected, sameName, true);
        missing.forEach(fact -> differences.add(Difference.missing(fact)));
        unexpected.forEach(fact -> differences.add(Difference.unexpected(fact)));
    }

    private void pair(List<Fact> missing, List<Fact> unexpected, BiPredicate<Fact, Fact> match, boolean differ) {
        for (Fact fact : List.copyOf(missing)) {
            unexpected.stream()
                    .filter(found -> match.test(fact, found))
                    .findFirst()
                    .ifPresent(found -> {
                        missing.remove(fact);
                        unexpected.remove(found);
                        if (differ) {
                            differences.add(Difference.between(fact, found));
                        }
                    });
        }
    }

    private static List<Fact> of(Kind kind, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }
}
