package dev.godwit.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed migrations of a project, each following another.
 *
 * @param entries in the order of the chain
 * @param repeatables in the order in which they run
 * @param data the tables that have rows which belong to the schema
 */
public record Ledger(List<LedgerEntry> entries, List<RepeatableLine> repeatables, List<DataLine> data) {

    /** Where the ledger is, among a project's resources and on the class path. */
    public static final String PATH = "META-INF/godwit/migrations";

    public static final Ledger EMPTY = new Ledger(List.of());

    /** @throws LedgerException when the entries are not one chain: a gap, a version twice, two that follow the same */
    public Ledger {
        entries = isInOrder(entries) ? List.copyOf(entries) : ordered(entries);
        repeatables = List.copyOf(repeatables);
        data = List.copyOf(data);
    }

    /** Migrations alone. */
    public Ledger(List<LedgerEntry> entries) {
        this(entries, List.of(), List.of());
    }

    /** Whether each entry follows the one before it and no version comes twice, as in every ledger that was not merged. */
    private static boolean isInOrder(List<LedgerEntry> entries) {
        Set<String> versions = new HashSet<>();
        String before = "";
        for (LedgerEntry entry : entries) {
            String after = entry.after().isPresent() ? entry.after().get().text() : "";
            if (!after.equals(before) || !versions.add(entry.version().text())) {
                return false;
            }
            before = entry.version().text();
        }
        return true;
    }

    private static List<LedgerEntry> ordered(List<LedgerEntry> entries) {
        Chain chain = Chain.of(entries.stream().map(LedgerEntry::link).toList());
        chain.problems().stream().findFirst().ifPresent(problem -> {
            throw new LedgerException(problem);
        });
        Map<Version, LedgerEntry> byVersion =
                entries.stream().collect(Collectors.toMap(LedgerEntry::version, Function.identity()));
        return chain.order().stream().map(link -> byVersion.get(link.version())).toList();
    }

    /**
     * Reads a ledger.
     *
     * @throws LedgerException when the text is damaged, newer than this version, or no chain
     */
    public static Ledger parse(String text) {
        return LedgerText.parse(text).ledger();
    }

    /**
     * The lines of a ledger that need not be one chain, as after a merge.
     *
     * @throws LedgerException when the text is damaged or newer than this version
     */
    public static List<LedgerEntry> lines(String text) {
        return LedgerText.parse(text).entries();
    }

    /**
     * What a text has beside migrations.
     *
     * @throws LedgerException when the text is damaged or newer than this version
     */
    public static Ledger besides(String text) {
        OtherLines others = LedgerText.parse(text).others();
        return new Ledger(List.of(), others.repeatables(), others.data());
    }

    /** The last migration of the chain. */
    public Optional<LedgerEntry> head() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    public Optional<LedgerEntry> entry(Version version) {
        return entries.stream().filter(entry -> entry.version().equals(version)).findFirst();
    }

    /** The version of a migration that is added now: later than every version there is, whatever the clock says. */
    public Version nextVersion(Instant now) {
        return Stream.concat(
                        entries.stream().map(LedgerEntry::version),
                        repeatables.stream().map(RepeatableLine::version))
                .max(Version::compareTo)
                .map(latest -> latest.next(now))
                .orElseGet(() -> Version.at(now));
    }

    /** The ledger with one more migration, which follows the head. */
    public Ledger plus(Version version, String className, Fingerprint fingerprint) {
        return plus(new LedgerEntry(version, className, Optional.empty(), fingerprint));
    }

    /** The ledger with one more migration, put behind the head. */
    public Ledger plus(LedgerEntry entry) {
        List<LedgerEntry> more = new ArrayList<>(entries);
        more.add(entry.behind(head().map(LedgerEntry::version)));
        return with(more);
    }

    /** The ledger with another fingerprint for a migration that is in it. */
    public Ledger with(Version version, Fingerprint fingerprint) {
        return with(entries.stream()
                .map(entry -> entry.version().equals(version) ? entry.with(fingerprint) : entry)
                .toList());
    }

    /** The ledger with other migrations. */
    public Ledger with(List<LedgerEntry> others) {
        return new Ledger(others, repeatables, data);
    }

    /** The ledger with other repeatables. */
    public Ledger withRepeatables(List<RepeatableLine> others) {
        return new Ledger(entries, others, data);
    }

    /** The ledger with other rows that belong to the schema. */
    public Ledger withData(List<DataLine> others) {
        return new Ledger(entries, repeatables, others);
    }

    /** The text that {@link #parse} reads; the same ledger gives the same text. */
    public String text() {
        return LedgerText.write(this);
    }
}
