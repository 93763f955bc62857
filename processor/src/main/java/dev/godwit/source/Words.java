package dev.godwit.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of the database and of people as names in Java. */
final class Words {

    private Words() {}

    /** {@code add_loyalty tier} as {@code AddLoyaltyTier}; what no Java name may hold is left out. */
    static String camelCase(String text) {
        return Arrays.stream(text.split("[^\\p{Alnum}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + rest(word))
                .collect(Collectors.joining());
    }

    /** A word all in capitals is lowered, one in camel case keeps its humps. */
    private static String rest(String word) {
        String rest = word.substring(1);
        return word.equals(word.toUpperCase(Locale.ROOT)) ? rest.toLowerCase(Locale.ROOT) : rest;
    }

    /** {@code AddLoyaltyTier} as {@code add loyalty tier}. */
    static String spaced(String camelCase) {
        return camelCase.replaceAll("(?<=[\\p{Lower}\\d])(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
    }
}
