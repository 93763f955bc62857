package dev.godwit.source;

import dev.godwit.change.Change;
import dev.godwit.schema.Schema;
import java.util.List;

/**
 * What a migration is called.
 *
 * @param camelCase the part of the class name behind the version
 * @param description a few words for people
 */
public record MigrationName(String camelCase, String description) {

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
        return Headline.of(
                changes.stream().map(change -> change.accept(new ChangeName())).toList());
    }
}
