package dev.godwit.engine.problem;

import java.util.List;

/** What keeps a database from being held against its history: GW3085 to GW3089. */
public final class DriftProblems {

    private DriftProblems() {}

    /** Said, not thrown: a database that cannot be compared can still be told about. */
    public static String unknownMigrations(List<String> versions) {
        return ("GW3085: Drift is not measured: the ledger does not know %s, so it does not say what should be there. "
                        + "Ask with the version of the application that brought them.")
                .formatted(String.join(", ", versions));
    }

    public static String halfApplied(String version) {
        return ("GW3086: Drift is not measured: %s is half applied. Finish it by godwit:migrate, or take it back by "
                        + "godwit:rollback.")
                .formatted(version);
    }
}
