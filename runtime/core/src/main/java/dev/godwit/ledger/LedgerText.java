package dev.godwit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ledger's text: a line with the format's version, then a line a migration with version, class, the version it
 * follows ({@code -} for none) and fingerprint. A line that begins with a word is of another kind: a repeatable, or rows
 * that belong to the schema ({@link OtherLines}). Behind a fingerprint may stand {@code replaces=} and the versions that a squash stands for.
 *
 * <p>Read by plain loops: every start of an application reads it, long as it may be, and a pattern that is used once
 * costs more there than the whole text.
 */
final class LedgerText {

    static final int FORMAT = 1;

    private static final String KIND = "godwit-migrations ";

    static final String FIRST_LINE = KIND + FORMAT;

    private static final List<String> MERGE_MARKS = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");
    private static final String NONE = "-";
    private static final String REPLACES = "replaces=";
    private static final int PARTS = 4;

    private LedgerText() {}

    static String write(Ledger ledger) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        ledger.entries()
                .forEach(entry -> text.append("%s %s %s %s%s\n"
                        .formatted(
                                entry.version(),
                                entry.className(),
                                entry.after().map(Version::text).orElse(NONE),
                                entry.fingerprint(),
                                entry.replaces().isEmpty()
                                        ? ""
                                        : " " + REPLACES + ReplacedText.write(entry.replaces()))));
        OtherLines.write(ledger, text);
        return text.toString();
    }

    /** What the lines say, which need not be one chain. */
    record Lines(List<LedgerEntry> entries, OtherLines others) {

        Ledger ledger() {
            return new Ledger(entries, others.repeatables(), others.data());
        }
    }

    static Lines parse(String text) {
        String[] lines = text.split("\n");
        requireFormat(lines[0]);
        List<LedgerEntry> entries = new ArrayList<>(lines.length);
        OtherLines others = new OtherLines(new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i < lines.length; i++) {
            List<String> words = words(lines[i].strip());
            if (!words.isEmpty() && !others.take(i + 1, words)) {
                Optional<Version> before = entries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(entries.get(entries.size() - 1).version());
                entries.add(entry(i + 1, lines[i], words, before));
            }
        }
        return new Lines(entries, others);
    }

    private static void requireFormat(String firstLine) {
        String line = firstLine.strip();
        String format = line.startsWith(KIND) ? line.substring(KIND.length()) : "";
        byte[] digits = format.getBytes(StandardCharsets.ISO_8859_1);
        if (format.isEmpty() || !Version.areDigits(digits, 0, digits.length)) {
            throw new LedgerException(
                    isMergeMark(firstLine) ? LedgerMessages.conflict(1) : LedgerMessages.notALedger(firstLine));
        }
        if (!format.equals(Integer.toString(FORMAT))) {
            throw new LedgerException(LedgerMessages.newerFormat(format));
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>(PARTS);
        for (int from = 0, to; from < line.length(); from = to + 1) {
            int blank = line.indexOf(' ', from);
            to = blank < 0 ? line.length() : blank;
            if (from < to) {
                words.add(line.substring(from, to));
            }
        }
        return words;
    }

    /** @param before the version in the line before, which most lines follow */
    private static LedgerEntry entry(int number, String line, List<String> words, Optional<Version> before) {
        if (!isDigit(words.get(0).charAt(0))) {
            throw noMigration(number, line, words.get(0));
        }
        if (words.size() < PARTS) {
            throw damaged(number, "it has %d words and not %d.".formatted(words.size(), PARTS));
        }
        String className = words.get(1);
        if (!isClassName(className)) {
            throw damaged(number, "'%s' is no class name.".formatted(className));
        }
        return new LedgerEntry(
                version(number, words.get(0)),
                className,
                after(number, words.get(2), before),
                fingerprint(number, words.get(3)),
                words.size() == PARTS ? List.of() : replaces(number, words.subList(PARTS, words.size())));
    }

    private static List<Replaced> replaces(int line, List<String> words) {
        List<Replaced> replaces = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith(REPLACES)) {
                throw new LedgerException(LedgerMessages.unknown(line, word));
            }
            try {
                replaces.addAll(ReplacedText.parse(word.substring(REPLACES.length())));
            } catch (IllegalArgumentException e) {
                throw damaged(line, "'%s' are no versions.".formatted(word));
            }
        }
        return replaces;
    }

    private static LedgerException noMigration(int number, String line, String word) {
        if (isMergeMark(line)) {
            return new LedgerException(LedgerMessages.conflict(number));
        }
        return isOtherKind(word)
                ? new LedgerException(LedgerMessages.unknown(number, word))
                : damaged(number, "'%s' is no version.".formatted(word));
    }

    private static Optional<Version> after(int line, String text, Optional<Version> before) {
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        return before.isPresent() && before.get().text().equals(text) ? before : Optional.of(version(line, text));
    }

    private static boolean isMergeMark(String line) {
        return MERGE_MARKS.stream().anyMatch(line::startsWith);
    }

    private static boolean isOtherKind(String word) {
        return word.chars().allMatch(c -> c == '-' || isSmallLetter(c));
    }

    /** What is beyond ASCII is left to the class loader. */
    private static boolean isClassName(String word) {
        for (byte c : word.getBytes(StandardCharsets.UTF_8)) {
            boolean usual = isSmallLetter(c) || isDigit(c) || c == '.' || c < 0;
            if (!usual && !Character.isJavaIdentifierPart(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmallLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static Version version(int line, String text) {
        try {
            return new Version(text);
        } catch (IllegalArgumentException e) {
            throw damaged(line, "'%s' is no version.".formatted(text));
        }
    }

    private static Fingerprint fingerprint(int line, String text) {
        try {
            return Fingerprint.parse(text);
        } catch (IllegalArgumentException e) {
            throw damaged(line, "'%s' is no fingerprint.".formatted(text));
        }
    }

    static LedgerException damaged(int line, String what) {
        return new LedgerException(LedgerMessages.damaged(line, what));
    }
}
