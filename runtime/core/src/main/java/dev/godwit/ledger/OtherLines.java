package dev.godwit.ledger;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a ledger that are no migrations: {@code repeatable}, name, version and hash ({@code gone} for one whose
 * file is gone); {@code data}, table and hash.
 */
record OtherLines(List<RepeatableLine> repeatables, List<DataLine> data) {

    private static final String REPEATABLE = "repeatable";
    private static final String DATA = "data";
    private static final String GONE = "gone";

    /** Compiled only where there is such a line: most starts of an application read none. */
    private static final class Hash {
        private static final Pattern FORM = Pattern.compile("[0-9]{1,9}:[0-9a-f]{32}");
    }

    static void write(Ledger ledger, StringBuilder text) {
        ledger.data().forEach(line -> text.append("%s %s %s\n".formatted(DATA, line.table(), line.hash())));
        ledger.repeatables()
                .forEach(line -> text.append("%s %s %s %s\n"
                        .formatted(
                                REPEATABLE,
                                line.name(),
                                line.version(),
                                line.hash().orElse(GONE))));
    }

    /** Whether a line is one of these; then it is kept. */
    boolean take(int line, List<String> words) {
        switch (words.get(0)) {
            case REPEATABLE -> repeatables.add(repeatable(line, words));
            case DATA -> data.add(new DataLine(word(line, words, 1, 3), hash(line, words.get(2))));
            default -> {
                return false;
            }
        }
        return true;
    }

    private RepeatableLine repeatable(int line, List<String> words) {
        String name = word(line, words, 1, 4);
        if (repeatables.stream().anyMatch(other -> other.name().equals(name))) {
            throw LedgerText.damaged(line, "repeatable %s is there twice.".formatted(name));
        }
        String hash = words.get(3);
        return new RepeatableLine(
                name,
                LedgerText.version(line, words.get(2)),
                hash.equals(GONE) ? Optional.empty() : Optional.of(hash(line, hash)));
    }

    private static String word(int line, List<String> words, int place, int count) {
        if (words.size() < count) {
            throw LedgerText.damaged(line, "it has %d words and not %d.".formatted(words.size(), count));
        }
        if (words.size() > count) {
            throw new LedgerException(LedgerMessages.unknown(line, words.get(count)));
        }
        return words.get(place);
    }

    private static String hash(int line, String text) {
        if (!Hash.FORM.matcher(text).matches()) {
            throw LedgerText.damaged(line, "'%s' is no hash.".formatted(text));
        }
        return text;
    }
}
