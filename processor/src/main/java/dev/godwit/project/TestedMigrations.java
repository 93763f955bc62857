package dev.godwit.project;

import dev.godwit.change.DatabaseKind;
import dev.godwit.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which migrations {@code godwit:test} has seen to do what they say, and on which databases. Believed for the very
 * fingerprint that was tested, and for no other.
 *
 * @param lines version, fingerprint and database, sorted
 */
public record TestedMigrations(SortedSet<String> lines) {

    public static final TestedMigrations NONE = new TestedMigrations(new TreeSet<>());

    /** Reads what {@link #text} wrote; lines of any other form are left out, since they only cost a new test. */
    public static TestedMigrations parse(String text) {
        return new TestedMigrations(text.lines()
                .filter(line -> line.split(" ").length == 3)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    public String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** With what a test has found: these were seen to do what they say, the others of the chain were not. */
    public TestedMigrations with(DatabaseKind kind, List<LedgerEntry> chain, Set<LedgerEntry> seen) {
        List<String> all = new ArrayList<>(lines);
        all.removeIf(line -> chain.stream().anyMatch(entry -> line.equals(line(entry, kind))));
        seen.forEach(entry -> all.add(line(entry, kind)));
        return new TestedMigrations(new TreeSet<>(all));
    }

    /** On which databases a migration was tested as it is now. */
    Set<DatabaseKind> on(LedgerEntry entry) {
        return Arrays.stream(DatabaseKind.values())
                .filter(kind -> lines.contains(line(entry, kind)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String line(LedgerEntry entry, DatabaseKind kind) {
        return "%s %s %s"
                .formatted(
                        entry.version().text(), entry.fingerprint(), kind.name().toLowerCase(Locale.ROOT));
    }
}
