package dev.godwit.mapping.naming;

import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;
import java.util.Map;

/**
 * How a name in a mapping becomes an identifier.
 *
 * <p>A name between backticks, double quotes or brackets is quoted; so is one with a character that SQL does not allow
 * in a plain name, and every name under {@code hibernate.globally_quoted_identifiers}. The rules are those of
 * {@code org.hibernate.boot.model.naming.Identifier} and {@code NormalizingIdentifierHelperImpl}.
 *
 * @param all whether every name is quoted
 * @param dollarIsPlain whether a name with a dollar sign needs no quotes
 */
public record Quoting(boolean all, boolean dollarIsPlain) {

    /** Full key of the setting that quotes every name. */
    public static final String GLOBALLY = "hibernate.globally_quoted_identifiers";

    /** The quoting that these settings ask for. */
    public static Quoting of(Map<String, String> properties, HibernateLine line) {
        return new Quoting(Boolean.parseBoolean(properties.get(GLOBALLY)), line.allowsDollarInNames());
    }

    /**
     * Reads a name as a mapping states it.
     *
     * @throws IllegalArgumentException when the name is blank
     */
    public Identifier read(String name) {
        Identifier parsed = parse(name);
        return normalize(dollarIsPlain || parsed.text().indexOf('$') < 0 ? parsed : quoted(parsed));
    }

    /** The identifier, quoted where every name is. */
    public Identifier normalize(Identifier name) {
        return all ? quoted(name) : name;
    }

    static Identifier quoted(Identifier name) {
        return name.quoted() ? name : new Identifier(name.text(), true);
    }

    /** The text that Hibernate hashes and shows: a quoted name between backticks. */
    static Identifier parse(String name) {
        String text = name.strip();
        if (isEnclosed(text)) {
            return new Identifier(text.substring(1, text.length() - 1), true);
        }
        return new Identifier(text, needsQuotes(text));
    }

    private static boolean isEnclosed(String text) {
        if (text.length() < 3) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return switch (text.charAt(0)) {
            case '`' -> last == '`';
            case '"' -> last == '"';
            case '[' -> last == ']';
            default -> false;
        };
    }

    private static boolean needsQuotes(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return !(Character.isLetter(first) || first == '_')
                || !text.chars().skip(1).allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
    }
}
