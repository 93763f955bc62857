package dev.godwit.engine;

/** Which part of one half of a migration a turn carries out. */
enum Stage {
    /** From the start: all of it, or what the version survives that runs. */
    BEGIN,
    /** The work on many rows that was left for later, and what waits for it. */
    FILL,
    /** What had to wait until that version is gone. */
    CONTRACT,
    /** Takes back what was done of it. */
    ABANDON
}
