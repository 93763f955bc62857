package dev.godwit.plan;

import dev.godwit.schema.QualifiedName;
import java.util.Optional;

/**
 * One thing to execute.
 *
 * @param description what it does, for people
 * @param resume how a rerun finds out whether it was executed
 * @param hazard what it may do to those who use the database meanwhile
 * @param lock the lock that it takes and what is long about it, for people; empty where there is none
 * @param copies the table that it copies or rewrites while its users wait, if any
 */
public record Step(
        String description, Work work, Resume resume, Hazard hazard, String lock, Optional<QualifiedName> copies) {

    /** A step that copies no table. */
    public Step(String description, Work work, Resume resume, Hazard hazard, String lock) {
        this(description, work, resume, hazard, lock, Optional.empty());
    }
}
