package dev.godwit.engine.problem;

import java.util.Collection;

/** What can go wrong with views, functions and extensions: GW3220 to GW3229. */
public final class RepeatableProblems {

    private RepeatableProblems() {}

    public static EngineException missing(String name, String directory) {
        return new EngineException(
                "GW3220",
                ("The ledger names the repeatable %1$s, and no %2$s/%1$s.sql is on the class path, nor one for a database. "
                                + "Build the application with its resources; or take the repeatable back by godwit:accept.")
                        .formatted(name, directory));
    }

    public static EngineException unsealed(String name) {
        return new EngineException(
                "GW3221",
                ("The text of the repeatable %s is not the one that the ledger has sealed. Seal it by godwit:accept, or "
                                + "restore it from version control.")
                        .formatted(name));
    }

    public static EngineException unreadable(String name, String why) {
        return new EngineException("GW3222", "The repeatable %s cannot be used: %s.".formatted(name, why));
    }

    public static EngineException failed(String name, String statement, Exception cause) {
        return new EngineException(
                "GW3223",
                ("The repeatable %s failed: %s. The statement was: %s. Correct the file and accept it, and run again; the "
                                + "migrations before it are applied and stay so.")
                        .formatted(name, Said.by(cause), statement),
                cause);
    }

    public static EngineException notDropped(String name, String statement, Exception cause) {
        return new EngineException(
                "GW3224",
                ("What the repeatable %s made has to be taken away for a while, and the database refuses that: %s. The "
                                + "statement was: %s. Where something else needs it, make that a repeatable too, with the line "
                                + "'-- after: %s'.")
                        .formatted(name, Said.by(cause), statement, name),
                cause);
    }

    public static String leftAway(Collection<String> names) {
        return ("GW3225: %s taken away, since what %s was changed by the rollback, and which text fits now is not known. "
                        + "godwit:migrate of the release that you go back to makes %s again.")
                .formatted(
                        String.join(", ", names) + (names.size() == 1 ? " was" : " were"),
                        names.size() == 1 ? "it reads" : "they read",
                        names.size() == 1 ? "it" : "them");
    }

    public static String notInScript(Collection<String> names) {
        return "GW3226: The repeatables %s are not in this script: godwit:migrate runs them."
                .formatted(String.join(", ", names));
    }
}
