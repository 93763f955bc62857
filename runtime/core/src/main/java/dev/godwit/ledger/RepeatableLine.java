package dev.godwit.ledger;

import java.util.Optional;

/**
 * A repeatable in the ledger.
 *
 * @param version when this text was accepted: a database that has run a later one is left alone
 * @param hash of the text; empty: it is gone, and what it made is to be taken away
 */
public record RepeatableLine(String name, Version version, Optional<String> hash) {

    /** What a database that has it keeps of it. */
    public String seal() {
        return version + " " + hash.orElse("");
    }
}
