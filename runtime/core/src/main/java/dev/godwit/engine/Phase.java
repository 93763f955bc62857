package dev.godwit.engine;

/**
 * Which half of the manoeuvres that would break a running version is carried out. Migrations run whole: the halves alone
 * are refused.
 */
public enum Phase {
    /** What the version of Godwit thinks best. */
    AUTO,
    /** What the new version needs. */
    EXPAND,
    /** What only the old version needed is removed now. */
    CONTRACT,
    /** Both: a maintenance window, a developer's machine. */
    ALL
}
