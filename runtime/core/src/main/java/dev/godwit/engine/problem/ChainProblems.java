package dev.godwit.engine.problem;

import java.util.List;

/** What can be wrong between the ledger, the migrations' classes and the history: GW3030 to GW3049. */
public final class ChainProblems {

    private ChainProblems() {}

    public static EngineException noLedger(String path) {
        return new EngineException(
                "GW3030",
                ("There is no %s on the class path. Run godwit:init in the module that holds the entities, "
                                + "and let its jar be on the class path.")
                        .formatted(path));
    }

    public static EngineException severalLedgers(String path, List<String> places) {
        return new EngineException(
                "GW3031",
                ("There are several %s on the class path: %s. Leave one of them there, "
                                + "or give each its own class loader and schema.")
                        .formatted(path, String.join(", ", places)));
    }

    public static EngineException unreadableLedger(String place, Exception cause) {
        return new EngineException("GW3032", "%s cannot be read: %s.".formatted(place, Said.by(cause)), cause);
    }

    public static EngineException noClass(String version, String className) {
        return new EngineException(
                "GW3033",
                ("The class %s of migration %s is not on the class path. Build the module that the migrations belong "
                                + "to, or restore the source file from version control.")
                        .formatted(className, version));
    }

    public static EngineException notAMigration(String version, String className, String why) {
        return new EngineException(
                "GW3034",
                ("%s of migration %s cannot be used: %s. A migration is a public class that implements "
                                + "dev.godwit.Migration and has a public constructor without parameters.")
                        .formatted(className, version, why));
    }

    public static EngineException unsealed(String version, String className) {
        return new EngineException(
                "GW3035",
                ("%s is not what the ledger says: its up has changed since it was accepted. Restore it from version "
                                + "control, or seal the edit by godwit:accept -Dgodwit.edited=%s.")
                        .formatted(className, version));
    }

    public static EngineException appliedOtherwise(String version, String className, String appliedAt) {
        return new EngineException(
                "GW3036",
                ("This database has applied %s (%s, at %s) with another content than the ledger says now. "
                                + "Restore the migration as it was applied, and make the difference a new migration.")
                        .formatted(version, className, appliedAt));
    }

    public static EngineException unknownApplied(List<String> versions) {
        return new EngineException(
                "GW3037",
                ("This database has migrations that the ledger does not know: %s. Another release brought them, and "
                                + "what this one needs may be gone: it starts only where they are known to spare it, "
                                + "and does nothing else there. Deploy the release that brought them, or roll them "
                                + "back with it: godwit:rollback, while it runs -Dgodwit.phase=expand first.")
                        .formatted(String.join(", ", versions)));
    }

    public static EngineException anotherApplication(String table, List<String> versions) {
        return new EngineException(
                "GW3038",
                ("%s holds the history of another application: the ledger knows none of %s. "
                                + "Give each application a schema of its own (godwit.schema).")
                        .formatted(table, String.join(", ", versions)));
    }

    public static EngineException late(String version, String other, String collision) {
        return new EngineException(
                "GW3039",
                ("%s comes before %s in the chain, but this database has applied %s already, and the two cannot be "
                                + "proved to give the same in either order: %s. Put the late migration behind by "
                                + "godwit:rebase, or roll back to before it and migrate again.")
                        .formatted(version, other, other, collision));
    }

    public static EngineException unknownTarget(String version, String head) {
        return new EngineException(
                "GW3040", "The ledger has no version %s. Its newest is %s.".formatted(version, head));
    }

    public static EngineException targetNotApplied(String version) {
        return new EngineException(
                "GW3041",
                "Cannot roll back to %s: this database has not applied it. godwit:status shows what it has."
                        .formatted(version));
    }

    public static EngineException notEnough(int steps, int applied) {
        return new EngineException(
                "GW3042",
                "Cannot roll back %s: this database has applied %d. godwit:status shows what it has."
                        .formatted(migrations(steps), applied));
    }

    public static EngineException negativeSteps(int steps) {
        return new EngineException("GW3042", "Cannot roll back %s: give 1 or more.".formatted(migrations(steps)));
    }

    private static String migrations(int number) {
        return number == 1 ? "1 migration" : number + " migrations";
    }

    public static EngineException doesNotFit(String version, String direction, String why) {
        return new EngineException(
                "GW3043",
                ("%s does not fit the schema that the migrations before it give, going %s: %s "
                                + "godwit:check finds the migration that differs.")
                        .formatted(version, direction, why));
    }

    public static EngineException contractFromCode() {
        return new EngineException(
                "GW3044",
                "An application never contracts when it starts: other instances of the old version may still run. "
                        + "Contract by godwit:migrate -Dgodwit.phase=contract.");
    }

    public static EngineException halfAppliedElsewhere(String version, String to) {
        return new EngineException(
                "GW3045",
                ("%s is half applied and comes after %s in the chain. Finish it by godwit:migrate without a target, "
                                + "or take it back by godwit:rollback.")
                        .formatted(version, to));
    }

    public static EngineException halfAppliedUnknown(String version) {
        return new EngineException(
                "GW3046",
                ("%s is half applied, and the ledger does not know it. Finish it, or roll it back, with the version "
                                + "of the application that brought it.")
                        .formatted(version));
    }

    public static EngineException halfAppliedBehind(String version) {
        return new EngineException(
                "GW3047",
                ("%s is half applied and would stay so. Finish it by godwit:migrate, or roll back far enough to take "
                                + "it back.")
                        .formatted(version));
    }

    public static EngineException halfReplaced(String squash, List<String> has, List<String> lacks) {
        return new EngineException(
                "GW3048",
                ("%s replaces several migrations, of which this database has only some: it has %s and lacks %s. Migrate "
                                + "it with the release before the squash, which still has them one by one; then with "
                                + "this one.")
                        .formatted(squash, String.join(", ", has), String.join(", ", lacks)));
    }

    public static EngineException pastSquash(String squash, List<String> has) {
        return new EngineException(
                "GW3049",
                ("Cannot roll back past %s: this database has applied the migrations that it replaces (%s), and their "
                                + "way back went with their classes. Roll back with the release before the squash, "
                                + "which still has them.")
                        .formatted(squash, String.join(", ", has)));
    }

    public static EngineException scriptOfHalf(String version) {
        return new EngineException(
                "GW3194",
                ("%s is half applied, and only a run can tell which half. Finish it by godwit:migrate, or take it back by"
                                + " godwit:rollback, then write the script.")
                        .formatted(version));
    }
}
