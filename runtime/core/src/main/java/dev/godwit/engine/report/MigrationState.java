package dev.godwit.engine.report;

/** Where a migration stands on a database. */
public enum MigrationState {
    APPLIED("applied"),
    /** Applied with another content than the ledger says now. */
    EDITED("applied, edited since"),
    /** Work on many rows is left for later. */
    FILLING("backfill open"),
    /** What the new version needs is there; what only the old one needs is not removed yet. */
    EXPANDED("expanded"),
    /** The rows are still being copied from another database. */
    COPYING("being copied"),
    UNAPPLIED("unapplied"),
    /** Begun and not finished; running {@code migrate} again finishes it. */
    INTERRUPTED("interrupted"),
    /** Its last attempt failed before anything of it took effect. */
    FAILED("failed"),
    /** Its rollback was begun and not finished. */
    REVERTING("rollback interrupted"),
    /** Its rollback has given the old version what it needs, and not yet taken from the new one what only that needs. */
    RECEDED("rollback expanded"),
    /** The ledger does not know it: it is a later release's, and this one lives with it. */
    LATER("of a later release"),
    /** The database has it and the ledger does not know it. */
    UNKNOWN("not in the ledger");

    private final String text;

    MigrationState(String text) {
        this.text = text;
    }

    /** As people read it. */
    public String text() {
        return text;
    }
}
