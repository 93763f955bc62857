package dev.godwit.plan;

/**
 * One thing to execute.
 *
 * @param description what it does, for people
 * @param resume how a rerun finds out whether it was executed
 * @param hazard what it may do to those who use the database meanwhile
 * @param lock the lock that it takes and what is long about it, for people; empty where there is none
 */
public record Step(String description, Work work, Resume resume, Hazard hazard, String lock) {}
