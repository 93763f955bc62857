package dev.godwit.engine.repeat;

/** Where a repeatable stands on a database. */
public enum RepeatableState {
    APPLIED,
    /** Another text was run than the ledger has, or its file is gone. */
    CHANGED,
    /** Not run yet, or away because what it reads was changed. */
    UNAPPLIED,
    /** A later release has run it. */
    LATER,
    /** It is gone, and the database has nothing of it. */
    GONE
}
