package dev.godwit.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A migration that a squash stands for, by its version alone.
 *
 * @param parts what it replaces in its turn; empty where it is no squash
 */
public record Replaced(Version version, List<Replaced> parts) {

    public Replaced {
        parts = List.copyOf(parts);
    }

    /** A migration as a part of a squash. */
    public static Replaced of(LedgerEntry entry) {
        return new Replaced(entry.version(), entry.replaces());
    }

    /** Whether a database that has these versions has the migration, itself or by all its parts. */
    public boolean isIn(Set<String> versions) {
        return versions.contains(version.text()) || isInByParts(parts, versions);
    }

    /** Whether there are parts, and a database that has these versions has each of them. */
    static boolean isInByParts(List<Replaced> parts, Set<String> versions) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.isIn(versions));
    }

    /** The version and those of all parts. */
    Stream<Version> all() {
        return Stream.concat(Stream.of(version), parts.stream().flatMap(Replaced::all));
    }

    /** {@code version}, or {@code version(part,part)}. */
    @Override
    public String toString() {
        return parts.isEmpty()
                ? version.text()
                : version + parts.stream().map(Replaced::toString).collect(Collectors.joining(",", "(", ")"));
    }
}
