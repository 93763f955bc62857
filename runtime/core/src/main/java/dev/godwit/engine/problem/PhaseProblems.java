package dev.godwit.engine.problem;

import java.util.Map;
import java.util.stream.Collectors;

/** What stands between the two phases of migrations: GW3140 to GW3154. */
public final class PhaseProblems {

    private PhaseProblems() {}

    public static EngineException contractOfHalf(String version) {
        return new EngineException(
                "GW3140",
                ("%s cannot be contracted: what comes before that was begun and is not finished, so the new version may "
                                + "lack rows that only the old one has. Finish it by godwit:migrate, deploy the new "
                                + "version, then contract.")
                        .formatted(version));
    }

    public static EngineException contractBeforeFill(String version) {
        return new EngineException(
                "GW3141",
                ("%s cannot be contracted: work on its rows is still open. Finish it by godwit:backfill, then contract.")
                        .formatted(version));
    }

    public static EngineException interruptedFirst(String version) {
        return new EngineException(
                "GW3142",
                ("%s was begun and is not finished, which comes before work on rows that was left for later. Finish it "
                                + "by godwit:migrate, or take it back by godwit:rollback.")
                        .formatted(version));
    }

    public static EngineException collides(String version, String held, String collision) {
        return new EngineException(
                "GW3143",
                ("Stopped before %s: %s is expanded, its contract is still to come, and the two cannot be proved to leave each other alone: %s. What came "
                                + "before is done. Ways on: deploy the release that ends with %s, and migrate again with "
                                + "this one once its predecessor is gone; or, where no old version runs, "
                                + "godwit:migrate -Dgodwit.phase=contract (that one alone) or all (everything); or, where "
                                + "neither is released, fold the two into one migration by godwit:squash.")
                        .formatted(version, held, collision, held));
    }

    public static EngineException collidesWithFill(String version, String held, String collision) {
        return new EngineException(
                "GW3144",
                ("Stopped before %s: work on rows of %s is still open, and the two cannot be proved to leave each other "
                                + "alone: %s. What came before is done. Finish that work by godwit:backfill, then "
                                + "migrate again.")
                        .formatted(version, held, collision));
    }

    public static EngineException collidesWithRollback(String version, String held, String collision) {
        return new EngineException(
                "GW3146",
                ("Stopped before %s: the rollback of %s has come half way, and the two cannot be proved to leave each "
                                + "other alone: %s. Finish that rollback once the new version is gone, by "
                                + "godwit:rollback -Dgodwit.phase=contract.")
                        .formatted(version, held, collision));
    }

    public static EngineException watchFailed(String version, String query, Exception cause) {
        return new EngineException(
                "GW3145",
                ("Whether the old version still writes what %s is to remove cannot be asked: %s: %s. Give the user who "
                                + "migrates the right to ask it, or contract by -Dgodwit.phase=contract once the old "
                                + "version is gone.")
                        .formatted(version, query, Said.by(cause)),
                cause);
    }

    /**
     * Rows that Java code gives no value for.
     *
     * @param named some of them, each with what says so
     * @param done what has not been done
     */
    public static EngineException doesNotFollow(
            String version, String subject, long rows, Map<String, String> named, String done) {
        return new EngineException(
                "GW3147",
                ("%s are kept in step by the Java code of %s, which gives no value that can be written for %d %s. "
                                + "Nothing was %s. Correct what the code reads there, or write the other side by hand: "
                                + "what is written last is right. Then run again. Among them:%s")
                        .formatted(
                                subject,
                                version,
                                rows,
                                rows == 1 ? "row" : "rows",
                                done,
                                named.entrySet().stream()
                                        .map(row -> "\n  %s: %s".formatted(row.getKey(), row.getValue()))
                                        .collect(Collectors.joining())));
    }
}
