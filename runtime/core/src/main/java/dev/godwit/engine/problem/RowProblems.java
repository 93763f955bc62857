package dev.godwit.engine.problem;

/** What can be wrong about a migration of rows: GW3160 to GW3179. */
public final class RowProblems {

    private RowProblems() {}

    public static EngineException noWayBack(String version, String why) {
        return new EngineException(
                "GW3160",
                ("%s cannot be rolled back, as it says itself: %s. Nothing was changed. Undo what it did by a new "
                                + "migration, or restore the rows from a backup.")
                        .formatted(version, why));
    }
}
