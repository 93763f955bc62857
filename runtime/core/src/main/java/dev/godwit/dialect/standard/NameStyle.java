package dev.godwit.dialect.standard;

import dev.godwit.dialect.Refusals;
import dev.godwit.schema.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a database writes and folds names.
 *
 * @param quote the character around a quoted name
 * @param folding what becomes of a name without quotes
 * @param reserved words that fail as a name without quotes, in lower case
 * @param maxLength the longest name
 * @param unit what {@code maxLength} counts
 */
public record NameStyle(char quote, Folding folding, Words reserved, int maxLength, Unit unit) {

    /** What becomes of a name without quotes. */
    public enum Folding {
        LOWER,
        UPPER,
        NONE
    }

    /** What the length of a name is counted in. */
    public enum Unit {
        BYTES,
        CHARACTERS
    }

    /** The name as the catalog holds it. */
    public String catalogName(Identifier name) {
        if (name.quoted()) {
            return name.text();
        }
        return switch (folding) {
            case LOWER -> name.text().toLowerCase(Locale.ROOT);
            case UPPER -> name.text().toUpperCase(Locale.ROOT);
            case NONE -> name.text();
        };
    }

    /**
     * The name as SQL writes it: between quotes only where it must be.
     *
     * @throws dev.godwit.dialect.DialectException when the name is too long for the database
     */
    public String write(Identifier name) {
        if (length(name) > maxLength) {
            throw Refusals.nameTooLong(name, maxLength, unit.name().toLowerCase(Locale.ROOT));
        }
        return name.quoted() || isReserved(name.text()) || !isPlain(name.text())
                ? enclosed(catalogName(name))
                : name.text();
    }

    /** The text between quotes. */
    public String enclosed(String name) {
        String mark = String.valueOf(quote);
        return mark + name.replace(mark, mark + mark) + mark;
    }

    public int length(Identifier name) {
        return switch (unit) {
            case BYTES -> name.text().getBytes(StandardCharsets.UTF_8).length;
            case CHARACTERS -> name.text().codePointCount(0, name.text().length());
        };
    }

    public boolean isReserved(String word) {
        return reserved.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String text) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean inside = i > 0 && (c == '$' || Character.isDigit(c));
            if (c != '_' && !inside && !Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }
}
