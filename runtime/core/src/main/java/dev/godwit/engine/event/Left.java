package dev.godwit.engine.event;

/** What of a migration is still to come when a run has carried it out. */
public enum Left {
    NOTHING(""),
    /** What the version that still runs needs is there until then. */
    CONTRACT(", contract still to come"),
    /** Work on many rows. */
    FILL(", rows still to be filled"),
    /** The rows of another database. */
    COPY(", rows still to be copied");

    private final String text;

    Left(String text) {
        this.text = text;
    }

    /** As people read it behind what was done; empty where nothing is left. */
    String text() {
        return text;
    }
}
