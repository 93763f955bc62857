package dev.godwit.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One migration's line in the ledger.
 *
 * @param className binary name of the migration's class
 * @param after the version that it follows; empty for the first
 * @param replaces the migrations that it stands for, where it is a squash, in their order
 */
public record LedgerEntry(
        Version version, String className, Optional<Version> after, Fingerprint fingerprint, List<Replaced> replaces) {

    public LedgerEntry {
        replaces = List.copyOf(replaces);
    }

    /** A migration that replaces none. */
    public LedgerEntry(Version version, String className, Optional<Version> after, Fingerprint fingerprint) {
        this(version, className, after, fingerprint, List.of());
    }

    LedgerEntry with(Fingerprint other) {
        return new LedgerEntry(version, className, after, other, replaces);
    }

    /** The migration behind another one. */
    public LedgerEntry behind(Optional<Version> other) {
        return new LedgerEntry(version, className, other, fingerprint, replaces);
    }

    /** Whether a database that has these versions has all that this one replaces. */
    public boolean isReplacedIn(Set<String> versions) {
        return Replaced.isInByParts(replaces, versions);
    }

    /** Every version that it replaces, squashes among them with theirs. */
    public Set<String> replacedVersions() {
        return replaces.stream().flatMap(Replaced::all).map(Version::text).collect(Collectors.toUnmodifiableSet());
    }

    Link link() {
        return new Link(version, after, className);
    }
}
