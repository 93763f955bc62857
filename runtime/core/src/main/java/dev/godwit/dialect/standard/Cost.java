package dev.godwit.dialect.standard;

import dev.godwit.plan.Hazard;

/**
 * What a step costs those who use the database meanwhile.
 *
 * @param lock the lock that it takes and what is long about it, for people; empty where there is none
 */
public record Cost(Hazard hazard, String lock) {

    /** Nobody uses what the step touches. */
    public static final Cost NONE = new Cost(Hazard.ONLINE, "");

    public static Cost online(String lock) {
        return new Cost(Hazard.ONLINE, lock);
    }

    public static Cost brief(String lock) {
        return new Cost(Hazard.BRIEF_LOCK, lock);
    }

    public static Cost copies(String lock) {
        return new Cost(Hazard.COPIES_TABLE, lock);
    }

    public static Cost breaksRunningVersion(String lock) {
        return new Cost(Hazard.BREAKS_RUNNING_VERSION, lock);
    }

    public static Cost losesData(String lock) {
        return new Cost(Hazard.LOSES_DATA, lock);
    }
}
