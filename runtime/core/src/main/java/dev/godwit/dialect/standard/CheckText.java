package dev.godwit.dialect.standard;

import dev.godwit.schema.Identifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a check shares with its text as a server prints it: names, numbers and literals survive, operators, casts and
 * parentheses do not.
 *
 * @param words in lower case, each once, literals without their quotes
 */
public record CheckText(Set<String> words) {

    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+");

    /** Words that a server may print as an operator or a cast. */
    private static final Set<String> SPOKEN_OTHERWISE = Set.of(
            "and",
            "any",
            "array",
            "as",
            "between",
            "bigint",
            "boolean",
            "cast",
            "char",
            "character",
            "date",
            "decimal",
            "false",
            "in",
            "int",
            "integer",
            "is",
            "like",
            "not",
            "null",
            "numeric",
            "or",
            "smallint",
            "some",
            "text",
            "timestamp",
            "true",
            "varchar",
            "varying");

    public CheckText {
        words = Set.copyOf(words);
    }

    public static CheckText of(String expression) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(expression);
        while (matcher.find()) {
            String literal = matcher.group(1);
            String word = (literal == null ? matcher.group() : literal).toLowerCase(Locale.ROOT);
            if (!word.isBlank() && (literal != null || !SPOKEN_OTHERWISE.contains(word))) {
                words.add(word);
            }
        }
        return new CheckText(words);
    }

    /** Whether the column's name is among the words. */
    public boolean mentions(Identifier column) {
        return words.contains(column.text().toLowerCase(Locale.ROOT));
    }

    /** The parameters of {@link #condition(String)}, in order. */
    public List<String> parameters() {
        return words.stream().sorted().toList();
    }

    /**
     * A condition that holds for the check, with parameters.
     *
     * @param printed SQL that gives the text as the server prints it
     */
    public String condition(String printed) {
        return condition(printed, word -> "?");
    }

    /**
     * A condition that holds for the check.
     *
     * @param printed SQL that gives the text as the server prints it
     * @param value writes a word
     */
    public String condition(String printed, UnaryOperator<String> value) {
        return words.isEmpty()
                ? "1 = 1"
                : parameters().stream()
                        .map(word -> "position(" + value.apply(word) + " in lower(" + printed + ")) > 0")
                        .collect(Collectors.joining(" and "));
    }
}
