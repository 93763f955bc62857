package dev.godwit.engine.script;

/** Why a script ends early: GW3154, GW3192 and GW3193. */
final class ScriptNotes {

    private ScriptNotes() {}

    static String java(String version, String step) {
        return ("GW3192: The script ends here: %s runs Java code [%s], which SQL cannot. Let godwit:migrate do the rest:"
                        + " it goes on after what this script has done.")
                .formatted(version, step);
    }

    static String notNew(String version) {
        return ("GW3154: The script ends here: %s is between its two phases, and only a run can see whether it may go on."
                        + " Let godwit:migrate do the rest.")
                .formatted(version);
    }

    static String retires(String version) {
        return ("GW3193: The script ends here: %s drops or replaces what Godwit keeps for a rollback, which needs to see the database"
                        + " meanwhile. Let godwit:migrate do the rest, or write the script with godwit.retain=none,"
                        + " which drops for good.")
                .formatted(version);
    }
}
