package dev.godwit.engine.problem;

/** What can go wrong at the checkpoints of a migration: GW3135 and GW3136. */
public final class CheckpointProblems {

    private static final String UNFULFILLED = "GW3135";

    private CheckpointProblems() {}

    public static EngineException unfulfilled(String version, String what) {
        return new EngineException(UNFULFILLED, "%s does not do what it is to do: %s.".formatted(version, what));
    }

    /** Whether a migration is to be undone because a condition of its own does not hold. */
    public static boolean isUnfulfilled(EngineException problem) {
        return problem.code().equals(UNFULFILLED);
    }

    /** @param how in which way */
    public static EngineException undone(EngineException because, String how) {
        String text = because.getMessage().substring(UNFULFILLED.length() + 2);
        return new EngineException(
                UNFULFILLED,
                text + " It was undone " + how + ": the database is as it was before. Correct the migration, seal it by"
                        + " godwit:accept -Dgodwit.edited=<version>, and run again.",
                because);
    }

    public static EngineException notUndone(EngineException because, EngineException obstacle) {
        String text = because.getMessage().substring(UNFULFILLED.length() + 2);
        EngineException problem = new EngineException(
                "GW3136",
                text + " It could not be undone: " + obstacle.getMessage()
                        + " The backups are kept, godwit:status lists them. Correct what is in the way, and run"
                        + " godwit:rollback.",
                because);
        problem.addSuppressed(obstacle);
        return problem;
    }
}
