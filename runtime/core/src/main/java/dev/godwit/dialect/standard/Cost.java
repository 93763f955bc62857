package dev.godwit.dialect.standard;

import dev.godwit.plan.Hazard;
import dev.godwit.schema.QualifiedName;
import java.util.Optional;

/**
 * What a step costs those who use the database meanwhile.
 *
 * @param lock the lock that it takes and what is long about it, for people; empty where there is none
 * @param copied the table that is copied or rewritten meanwhile, if any
 */
public record Cost(Hazard hazard, String lock, Optional<QualifiedName> copied) {

    /** Nobody uses what the step touches. */
    public static final Cost NONE = new Cost(Hazard.ONLINE, "", Optional.empty());

    public static Cost online(String lock) {
        return new Cost(Hazard.ONLINE, lock, Optional.empty());
    }

    public static Cost brief(String lock) {
        return new Cost(Hazard.BRIEF_LOCK, lock, Optional.empty());
    }

    public static Cost copies(QualifiedName table, String lock) {
        return new Cost(Hazard.COPIES_TABLE, lock, Optional.of(table));
    }

    public static Cost breaksRunningVersion(String lock) {
        return new Cost(Hazard.BREAKS_RUNNING_VERSION, lock, Optional.empty());
    }

    public static Cost losesData(String lock) {
        return new Cost(Hazard.LOSES_DATA, lock, Optional.empty());
    }
}
