package dev.godwit.plan;

/** What a step may do to those who use the database meanwhile, from harmless to final. */
public enum Hazard {
    ONLINE("online"),
    BRIEF_LOCK("brief lock"),
    COPIES_TABLE("copies or rewrites the table"),
    BREAKS_RUNNING_VERSION("breaks the running version"),
    LOSES_DATA("loses data");

    private final String text;

    Hazard(String text) {
        this.text = text;
    }

    /** As people read it in a plan. */
    public String text() {
        return text;
    }
}
