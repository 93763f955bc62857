package dev.godwit.plan;

import dev.godwit.change.Transform;
import java.util.Optional;

/**
 * A condition on the live database under which a migration would fail or lose what it must not: asked before anything
 * is executed.
 *
 * @param query its first column is true when the migration must not start; false when the table is not there yet
 * @param rows a query for the rows that stand in the way, by their keys; empty: they are not told
 * @param trial is to go well besides
 * @param code is to throw for no row besides
 * @param refusal what to tell then: a code, what is wrong, the ways out
 */
public record Guard(
        String query, Optional<String> rows, Optional<Trial> trial, Optional<Transform> code, String refusal) {

    private static final String NOTHING = "select 1 = 0";

    public Guard(String query, String refusal) {
        this(query, Optional.empty(), Optional.empty(), Optional.empty(), refusal);
    }

    /** Refuses when a query finds rows, and tells which. */
    public static Guard listing(String rows, String refusal) {
        return new Guard(
                "select exists (" + rows + ")", Optional.of(rows), Optional.empty(), Optional.empty(), refusal);
    }

    /** Refuses when values cannot be computed in some rows, and tells which. */
    public static Guard trying(Trial trial, String refusal) {
        return new Guard(NOTHING, Optional.empty(), Optional.of(trial), Optional.empty(), refusal);
    }

    /** Refuses when code throws for some rows, and tells which; what it computes is thrown away. */
    public static Guard trying(Transform code, String refusal) {
        return new Guard(NOTHING, Optional.empty(), Optional.empty(), Optional.of(code), refusal);
    }
}
