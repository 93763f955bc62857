package dev.godwit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ledger's text: a line with the format's version, then a line a migration with version, class, the version it
 * follows ({@code -} for none) and fingerprint. A line that begins with a word is of another kind, and words may follow
 * a fingerprint; this version knows none.
 */
final class LedgerText {

    static final int FORMAT = 1;
    static final String FIRST_LINE = "godwit-migrations " + FORMAT;

    private static final Pattern FORMAT_LINE = Pattern.compile("godwit-migrations (\\d+)");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");
    private static final Pattern OTHER_KIND = Pattern.compile("[a-z-]+");
    private static final Pattern MERGE_MARK = Pattern.compile("(<{7}|={7}|>{7}|\\|{7}).*");
    private static final String NONE = "-";
    private static final int PARTS = 4;

    private LedgerText() {}

    static String write(List<LedgerEntry> entries) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        entries.forEach(entry -> text.append("%s %s %s %s\n"
                .formatted(
                        entry.version(),
                        entry.className(),
                        entry.after().map(Version::text).orElse(NONE),
                        entry.fingerprint())));
        return text.toString();
    }

    static List<LedgerEntry> parse(String text) {
        List<String> lines = text.lines().toList();
        requireFormat(lines.isEmpty() ? "" : lines.get(0));
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(entry(i + 1, lines.get(i)));
            }
        }
        return entries;
    }

    private static void requireFormat(String firstLine) {
        Matcher line = FORMAT_LINE.matcher(firstLine.strip());
        if (!line.matches()) {
            throw new LedgerException(
                    MERGE_MARK.matcher(firstLine).matches()
                            ? LedgerMessages.conflict(1)
                            : LedgerMessages.notALedger(firstLine));
        }
        if (!line.group(1).equals(Integer.toString(FORMAT))) {
            throw new LedgerException(LedgerMessages.newerFormat(line.group(1)));
        }
    }

    private static LedgerEntry entry(int number, String line) {
        if (MERGE_MARK.matcher(line).matches()) {
            throw new LedgerException(LedgerMessages.conflict(number));
        }
        String[] parts = line.strip().split("\\s+");
        if (OTHER_KIND.matcher(parts[0]).matches()) {
            throw new LedgerException(LedgerMessages.unknown(number, parts[0]));
        }
        if (parts.length < PARTS) {
            throw damaged(number, "it has %d words and not %d.".formatted(parts.length, PARTS));
        }
        if (!CLASS_NAME.matcher(parts[1]).matches()) {
            throw damaged(number, "'%s' is no class name.".formatted(parts[1]));
        }
        LedgerEntry entry = new LedgerEntry(
                version(number, parts[0]),
                parts[1],
                parts[2].equals(NONE) ? Optional.empty() : Optional.of(version(number, parts[2])),
                fingerprint(number, parts[3]));
        if (parts.length > PARTS) {
            throw new LedgerException(LedgerMessages.unknown(number, parts[PARTS]));
        }
        return entry;
    }

    private static Version version(int line, String text) {
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

    private static LedgerException damaged(int line, String what) {
        return new LedgerException(LedgerMessages.damaged(line, what));
    }
}
