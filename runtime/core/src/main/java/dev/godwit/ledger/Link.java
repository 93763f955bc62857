package dev.godwit.ledger;

import java.util.Optional;

/**
 * A migration's place in history, as the ledger or its class states it.
 *
 * @param after the version that it follows; empty for the first
 * @param name what messages call it, such as the name of its class
 */
public record Link(Version version, Optional<Version> after, String name) {}
