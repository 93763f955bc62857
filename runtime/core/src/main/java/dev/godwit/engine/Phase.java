package dev.godwit.engine;

/** Which half of the manoeuvres that would break a running version is carried out. */
public enum Phase {
    /** Never breaks the running version: contracts only what an earlier release has expanded. */
    AUTO,
    /** What the new version needs. */
    EXPAND,
    /** What only the old version needed is removed now. */
    CONTRACT,
    /** Both: a maintenance window, a developer's machine. */
    ALL
}
