package dev.godwit.plan;

/** How a rerun finds out whether an interrupted run has executed a step. */
public sealed interface Resume {

    /** The step commits or rolls back with its journal row. */
    record Transactional() implements Resume {}

    /** The step may simply run again. */
    record Idempotent() implements Resume {}

    /**
     * A query tells.
     *
     * @param doneWhen its first column is true once the step has taken effect
     */
    record Observable(String doneWhen) implements Resume {}

    /** Nothing tells: an interruption inside is an honest stop. */
    record Undeclared() implements Resume {}
}
