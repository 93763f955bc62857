package dev.godwit.plan;

import java.util.Optional;

/**
 * A condition on the live database under which a migration would fail or lose what it must not: asked before anything
 * is executed.
 *
 * @param query its first column is true when the migration must not start; false when the table is not there yet
 * @param rows a query for the rows that stand in the way, by their keys; empty: they are not told
 * @param trial is to go well besides
 * @param refusal what to tell then: a code, what is wrong, the ways out
 */
public record Guard(String query, Optional<String> rows, Optional<Trial> trial, String refusal) {

    public Guard(String query, String refusal) {
        this(query, Optional.empty(), Optional.empty(), refusal);
    }

    /** Refuses when a query finds rows, and tells which. */
    public static Guard listing(String rows, String refusal) {
        return new Guard("select exists (" + rows + ")", Optional.of(rows), Optional.empty(), refusal);
    }

    /** Refuses when values cannot be computed in some rows, and tells which. */
    public static Guard trying(Trial trial, String refusal) {
        return new Guard("select 1 = 0", Optional.empty(), Optional.of(trial), refusal);
    }
}
