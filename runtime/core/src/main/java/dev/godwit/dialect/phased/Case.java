package dev.godwit.dialect.phased;

import java.util.List;
import java.util.Optional;

/**
 * What a trigger does with a row that is being written. Of several cases the first one that holds is the one.
 *
 * @param condition on the row
 * @param assignments in order
 * @param noted whether the row comes from the version of the application that is to go
 * @param doubt empty: nothing here can fail
 */
public record Case(String condition, List<Assignment> assignments, boolean noted, Optional<Doubt> doubt) {

    /** The condition of a case that is left when no other one holds. */
    public static final String OTHERWISE = "1 = 1";

    /**
     * A column of the row gets a value.
     *
     * @param column as the trigger writes it
     * @param value SQL over the row
     */
    public record Assignment(String column, String value) {}

    /**
     * Values that may not be computable: a writer knows nothing of them, so its statement must not fail by them.
     *
     * @param provided has to hold too for the assignments to be made, and may fail like them; empty: nothing has to
     * @param instead what is assigned where it fails
     */
    public record Doubt(Optional<String> provided, List<Assignment> instead) {
        public Doubt {
            instead = List.copyOf(instead);
        }
    }

    public Case {
        assignments = List.copyOf(assignments);
    }

    /** A case in which nothing can fail. */
    public Case(String condition, List<Assignment> assignments, boolean noted) {
        this(condition, assignments, noted, Optional.empty());
    }

    /** The same, where values may not be computable. */
    Case doubting(Optional<String> provided, List<Assignment> instead) {
        return new Case(condition, assignments, noted, Optional.of(new Doubt(provided, instead)));
    }
}
