package dev.godwit.engine.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps a database from being held against its history: GW3085 to GW3096. */
public final class DriftProblems {

    private static final int LISTED = 10;

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

    public static EngineException namesTaken(String version, Collection<String> names) {
        return new EngineException(
                "GW3087",
                ("%s creates what is there already and what no applied migration made: %s. Nothing was executed. If the "
                                + "database was there before Godwit, record its state by godwit:baseline; otherwise "
                                + "rename or drop what is in the way.")
                        .formatted(version, listed(names)));
    }

    private static String listed(Collection<String> names) {
        String some = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() <= LISTED ? some : some + " and %d more".formatted(names.size() - LISTED);
    }
}
