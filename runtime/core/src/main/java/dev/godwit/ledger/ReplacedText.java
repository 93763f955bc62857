package dev.godwit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The value of {@code replaces=}: versions separated by commas, each with its parts in parentheses where it has any. */
final class ReplacedText {

    private static final int VERSION = 14;

    private final String text;
    private int place;

    private ReplacedText(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is of another form */
    static List<Replaced> parse(String text) {
        ReplacedText reading = new ReplacedText(text);
        List<Replaced> list = reading.list();
        if (reading.place < text.length()) {
            throw new IllegalArgumentException("%s is no list of versions.".formatted(text));
        }
        return list;
    }

    static String write(List<Replaced> replaced) {
        return replaced.stream().map(Replaced::toString).collect(Collectors.joining(","));
    }

    private List<Replaced> list() {
        List<Replaced> list = new ArrayList<>();
        do {
            list.add(one());
        } while (skipped(','));
        return list;
    }

    private Replaced one() {
        int end = Math.min(place + VERSION, text.length());
        Version version = new Version(text.substring(place, end));
        place = end;
        if (!skipped('(')) {
            return new Replaced(version, List.of());
        }
        List<Replaced> parts = list();
        if (!skipped(')')) {
            throw new IllegalArgumentException("%s has no closing parenthesis.".formatted(text));
        }
        return new Replaced(version, parts);
    }

    private boolean skipped(char expected) {
        boolean found = place < text.length() && text.charAt(place) == expected;
        place += found ? 1 : 0;
        return found;
    }
}
