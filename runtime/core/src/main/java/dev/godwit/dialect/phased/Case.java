package dev.godwit.dialect.phased;

import java.util.List;

/**
 * What a trigger does with a row that is being written. Of several cases the first one that holds is the one.
 *
 * @param condition on the row
 * @param assignments in order
 * @param noted whether the row comes from the version of the application that is to go
 */
public record Case(String condition, List<Assignment> assignments, boolean noted) {

    /** The condition of a case that is left when no other one holds. */
    public static final String OTHERWISE = "1 = 1";

    /**
     * A column of the row gets a value.
     *
     * @param column as the trigger writes it
     * @param value SQL over the row
     */
    public record Assignment(String column, String value) {}

    public Case {
        assignments = List.copyOf(assignments);
    }
}
