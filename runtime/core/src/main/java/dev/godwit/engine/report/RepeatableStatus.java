package dev.godwit.engine.report;

import dev.godwit.engine.repeat.RepeatableState;

/** A repeatable of the ledger, and where it stands on a database. */
public record RepeatableStatus(String name, RepeatableState state) {

    /** Whether a run would do something about it. */
    public boolean isDue() {
        return state == RepeatableState.CHANGED || state == RepeatableState.UNAPPLIED;
    }
}
