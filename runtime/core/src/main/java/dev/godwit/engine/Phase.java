package dev.godwit.engine;

import dev.godwit.engine.chain.Contracting;

/**
 * Which half is carried out of the manoeuvres that would break a running version. On a database without migrations nobody
 * runs yet, and each migration is carried out whole.
 */
public enum Phase {
    /**
     * Forward: what the new version needs, and of what earlier releases have expanded, what only their predecessors
     * needed. Back: both halves at once, since the new version is what is to go.
     */
    AUTO,
    /** What the version to come needs. */
    EXPAND,
    /** What only the version to be gone needed is removed now; nothing else is begun. */
    CONTRACT,
    /** Both: a maintenance window, a developer's machine. */
    ALL;

    /** When a run forward contracts what is expanded. */
    Contracting contracting() {
        return switch (this) {
            case AUTO -> Contracting.BY_LATER_RELEASE;
            case EXPAND -> Contracting.NEVER;
            case CONTRACT, ALL -> Contracting.NOW;
        };
    }
}
