package dev.godwit.source;

import dev.godwit.change.Change;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a migration is called.
 *
 * @param camelCase the part of the class name behind the version
 * @param description a few words for people
 */
public record MigrationName(String camelCase, String description) {

    private static final int LONGEST = 60;

    /**
     * The name that somebody gave.
     *
     * @throws IllegalArgumentException when it holds neither letter nor digit
     */
    public static MigrationName given(String text) {
        String camelCase = Words.camelCase(text);
        if (camelCase.isEmpty()) {
            throw new IllegalArgumentException("A name needs a letter or a digit: \"%s\".".formatted(text));
        }
        return new MigrationName(camelCase, text.strip().replaceAll("[_\\s]+", " "));
    }

    /** A name made from the changes. */
    public static MigrationName of(List<Change> changes, Schema before) {
        String camelCase = before.equals(Schema.EMPTY) ? "InitialSchema" : made(changes);
        return new MigrationName(camelCase, Words.spaced(camelCase));
    }

    private static String made(List<Change> changes) {
        if (changes.size() == 1) {
            return shortened(changes.get(0).accept(new ChangeName()));
        }
        Set<String> verbs = new LinkedHashSet<>();
        Set<QualifiedName> subjects = new LinkedHashSet<>();
        ChangeCode.of(changes).forEach(call -> {
            verbs.add(call.verb());
            subjects.add(call.subject());
        });
        String verb = verbs.size() == 1 ? Words.camelCase(verbs.iterator().next()) : "Change";
        if (subjects.size() > 3) {
            return "%s%dObjects".formatted(verb, subjects.size());
        }
        return shortened(verb
                + String.join(
                        "And",
                        subjects.stream()
                                .map(subject -> Words.camelCase(subject.name().text()))
                                .toList()));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
