package dev.godwit.engine.report;

/** Where a migration stands on a database. */
public enum MigrationState {
    APPLIED("applied"),
    /** Applied with another content than the ledger says now. */
    EDITED("applied, edited since"),
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
