package dev.godwit.ledger;

import java.util.Optional;

/**
 * One migration's line in the ledger.
 *
 * @param className binary name of the migration's class
 * @param after the version that it follows; empty for the first
 */
public record LedgerEntry(Version version, String className, Optional<Version> after, Fingerprint fingerprint) {

    LedgerEntry with(Fingerprint other) {
        return new LedgerEntry(version, className, after, other);
    }

    Link link() {
        return new Link(version, after, className);
    }
}
