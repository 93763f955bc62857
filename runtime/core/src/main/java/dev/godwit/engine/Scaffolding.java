package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.dialect.Dialect;
import dev.godwit.drift.Difference;
import dev.godwit.drift.Drift;
import dev.godwit.engine.chain.OpenPart;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What phases that are open keep beside what the model says: columns of both sides, nullability and defaults that both
 * versions need, keys that are built already or not yet.
 */
final class Scaffolding {

    private final Dialect dialect;
    private final Set<Ref> places;

    Scaffolding(Dialect dialect, List<OpenPart> parts) {
        this.dialect = dialect;
        this.places = parts.stream()
                .flatMap(part -> part.changes().stream())
                .map(Change::footprint)
                .flatMap(footprint -> footprint.writes().stream())
                .collect(Collectors.toSet());
    }

    /** The differences that no open phase accounts for. */
    Drift left(Drift drift) {
        return places.isEmpty() ? drift : drift.without(this::isBuilt);
    }

    private boolean isBuilt(Difference difference) {
        return places.stream().anyMatch(place -> isAt(place, difference));
    }

    private boolean isAt(Ref place, Difference difference) {
        String subject = difference.subject();
        String table = subject.substring(subject.lastIndexOf('.') + 1);
        if (!table.equals(dialect.catalogName(place.object().name()))) {
            return false;
        }
        return place.column().isEmpty() || isAbout(place.column().get(), difference);
    }

    /** A key, an index or a check names its columns in its definition. */
    private boolean isAbout(Identifier column, Difference difference) {
        String name = dialect.catalogName(column);
        return difference.column().equals(name)
                || difference.column().isEmpty() && words(difference).contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> words(Difference difference) {
        Set<String> words = new HashSet<>();
        difference.expected().ifPresent(fact -> add(fact.definition(), words));
        difference.found().ifPresent(fact -> add(fact.definition(), words));
        return words;
    }

    private static void add(String definition, Set<String> words) {
        words.addAll(List.of(definition.toLowerCase(Locale.ROOT).split("[^\\w$]+")));
    }
}
