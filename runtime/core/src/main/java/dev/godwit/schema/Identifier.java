package dev.godwit.schema;

import java.util.Locale;

/**
 * The name of a table, a column, a constraint.
 *
 * <p>An unquoted identifier compares without regard to case and takes the case that the database folds it to; a quoted
 * one is taken to the letter. In text a quoted identifier is written between backticks, as in Jakarta Persistence
 * mappings read by Hibernate: {@code `Order`}.
 */
public final class Identifier implements Comparable<Identifier> {

    private final String text;
    private final boolean quoted;

    /** Kept, since names are what every map of a schema is looked up by. */
    private final String key;

    /**
     * A name.
     *
     * @param text the name without quotes, never empty
     * @param quoted whether the name is taken to the letter
     */
    public Identifier(String text, boolean quoted) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An identifier must not be empty.");
        }
        this.text = text;
        this.quoted = quoted;
        this.key = quoted ? text : text.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads an identifier: between backticks or double quotes it is quoted.
     *
     * @throws IllegalArgumentException when nothing is left between the quotes
     */
    public static Identifier of(String text) {
        return isEnclosed(text, '`') || isEnclosed(text, '"')
                ? new Identifier(text.substring(1, text.length() - 1), true)
                : new Identifier(text, false);
    }

    private static boolean isEnclosed(String text, char quote) {
        return text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }

    /** The name without quotes. */
    public String text() {
        return text;
    }

    /** Whether the name is taken to the letter. */
    public boolean quoted() {
        return quoted;
    }

    /** What identifiers are compared by: the text, in lower case unless quoted. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identifier that && quoted == that.quoted && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(Identifier other) {
        int byKey = key.compareTo(other.key);
        return byKey == 0 ? Boolean.compare(quoted, other.quoted) : byKey;
    }

    /** The form that {@link #of} reads. */
    @Override
    public String toString() {
        return quoted ? '`' + text + '`' : text;
    }
}
