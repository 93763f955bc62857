package dev.godwit.engine.problem;

import dev.godwit.engine.store.RetainedRow;

/** What can go wrong with what migrations drop and a database keeps: GW3131 to GW3134. */
public final class RetentionProblems {

    private static final String PURGED = "GW3133";

    private RetentionProblems() {}

    public static EngineException nameTaken(String version, String name, String what) {
        return new EngineException(
                "GW3131",
                ("%s is to keep %s under the name %s, and something has this name already that Godwit does not keep. "
                                + "Nothing was executed. Rename or drop what has the name, and run again.")
                        .formatted(version, what, name));
    }

    public static EngineException notReadable(String version, String table, Exception cause) {
        return new EngineException(
                "GW3132",
                ("%s drops from %s, and whether that has rows to keep cannot be found out: %s. Nothing was executed. "
                                + "Let the user who migrates read the table, and run again.")
                        .formatted(version, table, Said.by(cause)),
                cause);
    }

    public static EngineException halfRetired(String version, RetainedRow row) {
        return new EngineException(
                "GW3134",
                ("%s was interrupted while it retired %s: what stands on it is set aside and it is not. Nothing is lost. "
                                + "Finish it by godwit:migrate and roll it back then.")
                        .formatted(version, row.original()));
    }

    public static EngineException purged(String version, RetainedRow row) {
        if (row.kind() == RetainedRow.Kind.VALUES) {
            return valuesPurged(version, row);
        }
        return new EngineException(
                PURGED,
                ("%s cannot be taken back with its rows: %s, which it dropped, was purged at %s. Nothing was executed. "
                                + "What is still possible: -Dgodwit.acceptLoss=true brings %s back without them, by the "
                                + "rule for new rows that the migration states; everything else comes back as it was. "
                                + "Or restore the rows from a backup of the database afterwards.")
                        .formatted(
                                version,
                                row.original(),
                                row.at(),
                                row.column().map(name -> "the column").orElse("the table")));
    }

    private static EngineException valuesPurged(String version, RetainedRow row) {
        return new EngineException(
                PURGED,
                ("%s cannot be taken back with what rows had: the %s, which it replaced, were purged at %s. Nothing was "
                                + "executed. What is still possible: -Dgodwit.acceptLoss=true takes it back as its way back "
                                + "says, and leaves the values that this gives. Or restore them from a backup of the "
                                + "database afterwards.")
                        .formatted(version, row.original(), row.at()));
    }
}
