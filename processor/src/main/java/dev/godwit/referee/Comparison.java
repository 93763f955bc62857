package dev.godwit.referee;

import dev.godwit.model.Origin;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two sets of facts, fact by fact. What is missing as a whole is one disagreement, not one for each of its facts. */
final class Comparison {

    private final String database;
    private final Facts hibernate;
    private final FactFinder.Found godwit;
    private final Map<Ref, Origin> origins;
    private final List<Disagreement> found = new ArrayList<>();

    Comparison(String database, Facts hibernate, FactFinder.Found godwit, Map<Ref, Origin> origins) {
        this.database = database;
        this.hibernate = hibernate;
        this.godwit = godwit;
        this.origins = origins;
    }

    List<Disagreement> disagreements() {
        for (String object : union(hibernate.objects(), godwit.facts().objects())) {
            Optional<SortedMap<String, SortedMap<String, String>>> theirs =
                    Optional.ofNullable(hibernate.objects().get(object));
            Optional<SortedMap<String, SortedMap<String, String>>> ours =
                    Optional.ofNullable(godwit.facts().objects().get(object));
            if (theirs.isPresent() && ours.isPresent()) {
                object(object, theirs.get(), ours.get());
            } else {
                report(object, "", "", theirs.map(any -> "has it"), ours.map(any -> "has it"));
            }
        }
        return found;
    }

    private void object(
            String object,
            SortedMap<String, SortedMap<String, String>> theirs,
            SortedMap<String, SortedMap<String, String>> ours) {
        for (String subject : union(theirs, ours)) {
            Optional<SortedMap<String, String>> their = Optional.ofNullable(theirs.get(subject));
            Optional<SortedMap<String, String>> our = Optional.ofNullable(ours.get(subject));
            if (their.isPresent() && our.isPresent()) {
                subject(object, subject, their.get(), our.get());
            } else {
                report(object, subject, "", their.map(Comparison::main), our.map(Comparison::main));
            }
        }
    }

    private void subject(
            String object, String subject, SortedMap<String, String> theirs, SortedMap<String, String> ours) {
        for (String aspect : union(theirs, ours)) {
            Optional<String> their = Optional.ofNullable(theirs.get(aspect));
            Optional<String> our = Optional.ofNullable(ours.get(aspect));
            if (!their.equals(our)) {
                report(object, subject, aspect, their, our);
            }
        }
    }

    private static String main(SortedMap<String, String> aspects) {
        return aspects.getOrDefault(Facts.MAIN, "has it");
    }

    private void report(String object, String subject, String aspect, Optional<String> theirs, Optional<String> ours) {
        String what = aspect.isEmpty() ? subject : subject.isEmpty() ? aspect : subject + ", " + aspect;
        Optional<Origin> origin = origin(object + ", " + subject).or(() -> origin(object));
        found.add(new Disagreement(List.of(database), object, what, theirs, ours, origin));
    }

    private Optional<Origin> origin(String place) {
        return Optional.ofNullable(godwit.places().get(place)).map(origins::get);
    }

    private static <V> TreeSet<String> union(Map<String, V> one, Map<String, V> other) {
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    /** The same fact, disagreed on alike for several databases, as one, though these fold names differently. */
    static List<Disagreement> merged(List<Disagreement> all) {
        Map<String, Disagreement> byFact = new TreeMap<>();
        for (Disagreement each : all) {
            String fact = String.join("\n", each.object(), each.what(), text(each.hibernates()), text(each.godwits()));
            byFact.merge(fact.toLowerCase(Locale.ROOT), each, Disagreement::alsoOn);
        }
        return List.copyOf(byFact.values());
    }

    private static String text(Optional<String> value) {
        return value.map(text -> "=" + text).orElse("");
    }
}
