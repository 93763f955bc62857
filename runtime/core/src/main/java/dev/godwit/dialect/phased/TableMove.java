package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Identifier;

/**
 * Values that rows of two tables have in common while two versions of an application write them: each version knows one
 * of the two sides, and the row that a writer changes is the one that the other follows.
 *
 * @param owner the side whose rows are there by themselves
 * @param part the side whose rows belong to them, one to each at most
 * @param makesParts whether a row is made where an owner without one is given a value; at contract only, where the
 *     running version makes them itself
 * @param unknown whether one of the versions does not know the table of parts at all
 * @param cascades whether the database deletes parts with their owner
 * @param emptiesByDelete whether a part goes whose owner holds nothing, since it may not hold NULL as the owner does
 */
public record TableMove(
        MoveSide owner, MoveSide part, boolean makesParts, boolean unknown, boolean cascades, boolean emptiesByDelete) {

    /** The reserved name of what keeps the two in step. */
    public Identifier name() {
        Identifier first = owner.values().get(0).column().name();
        return PhaseNames.of(owner.table(), owner.subject() + " across " + part.subject(), first);
    }

    public String subject() {
        return "%s and %s".formatted(owner.subject(), part.subject());
    }

    /** What the version knows that is to go. */
    public MoveSide leaving() {
        return owner.leaves() ? owner : part;
    }

    /** What the new version knows. */
    public MoveSide coming() {
        return owner.leaves() ? part : owner;
    }

    /** Whether a writer of an owner makes its part. */
    public boolean followsByNewPart() {
        return makesParts && unknown;
    }

    /** Whether parts have to be deleted with their owner by a trigger. */
    public boolean deletesParts() {
        return unknown && !cascades;
    }
}
