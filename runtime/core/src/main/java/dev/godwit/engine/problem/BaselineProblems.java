package dev.godwit.engine.problem;

import java.util.Collection;

/** What keeps the present state of a database from being recorded as its start: GW3088 to GW3091. */
public final class BaselineProblems {

    private BaselineProblems() {}

    public static EngineException hasHistory(Collection<String> versions) {
        return new EngineException(
                "GW3088",
                ("This database has a history already: %s. A baseline is for a database that Godwit has not migrated; "
                                + "godwit:status shows where this one stands.")
                        .formatted(String.join(", ", versions)));
    }

    public static EngineException nothingToRecord() {
        return new EngineException(
                "GW3089",
                "The ledger has no migration that could be recorded. Run godwit:baseline in the module that holds the "
                        + "entities: it makes the first one.");
    }

    /**
     * Said, not thrown: beside it stand the differences.
     *
     * @param head the last version that was to be recorded
     */
    public static String disagrees(String head, int differences) {
        return ("The database is not what %s gives: %d %s. Nothing was recorded and nothing changed. Mend what is "
                        + "named, or, in the module that holds the entities, make the differences the first pending "
                        + "migration by godwit:baseline -Dgodwit.differences=pending.")
                .formatted(head, differences, differences == 1 ? "difference" : "differences");
    }
}
