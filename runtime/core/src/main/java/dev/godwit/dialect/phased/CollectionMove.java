package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Identifier;

/**
 * A value that one version of an application has once in each row of a table, and the other as the elements of a
 * collection, each a row of another table. The two are in step where the value is one of the elements, or where there is
 * neither.
 *
 * @param owner the side with the single value, whose rows are there by themselves
 * @param elements the side with the collection, which one of the versions does not know at all
 * @param cascades whether the database deletes elements with their owner
 * @param distinct whether no element is twice in the collection of one owner
 */
public record CollectionMove(MoveSide owner, MoveSide elements, boolean cascades, boolean distinct) {

    /** The reserved name of what keeps the two in step. */
    public Identifier name() {
        Identifier first = owner.values().get(0).column().name();
        return PhaseNames.of(owner.table(), owner.subject() + " among " + elements.subject(), first);
    }

    public String subject() {
        return "%s and %s".formatted(owner.subject(), elements.subject());
    }

    /** What the version knows that is to go. */
    public MoveSide leaving() {
        return owner.leaves() ? owner : elements;
    }

    /** What the new version knows. */
    public MoveSide coming() {
        return owner.leaves() ? elements : owner;
    }
}
