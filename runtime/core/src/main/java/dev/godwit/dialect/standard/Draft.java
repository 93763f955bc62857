package dev.godwit.dialect.standard;

import dev.godwit.plan.Step;

/**
 * A step and the company that it may keep.
 *
 * @param step what to execute
 * @param placement what it may share a group with
 */
public record Draft(Step step, Placement placement) {

    /** What a step may share a group with. */
    public enum Placement {
        /** Its neighbours, in one transaction. */
        TOGETHER,
        /** Nothing: it is long, and would hold the locks of others meanwhile. */
        OWN_TRANSACTION,
        /** Nothing, and no transaction: it commits by itself. */
        NO_TRANSACTION
    }
}
