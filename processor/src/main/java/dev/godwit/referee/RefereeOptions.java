package dev.godwit.referee;

import java.util.Set;

/**
 * What goals make of the user's own Hibernate.
 *
 * @param excludedTables names of tables and sequences that are not compared
 */
public record RefereeOptions(Mode mode, Set<String> excludedTables) {

    /** How much a disagreement matters. */
    public enum Mode {
        /** It fails a check. */
        FAIL,
        /** It is a warning. */
        WARN,
        /** Hibernate is not asked. */
        OFF
    }

    /** A disagreement fails a check, wherever it is. */
    public static final RefereeOptions STRICT = new RefereeOptions(Mode.FAIL, Set.of());

    public RefereeOptions {
        excludedTables = Set.copyOf(excludedTables);
    }
}
