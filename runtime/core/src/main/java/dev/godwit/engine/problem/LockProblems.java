package dev.godwit.engine.problem;

import java.time.Duration;
import java.util.Optional;

/** What can be wrong with the lock and with the right to work: GW3010 to GW3019. */
public final class LockProblems {

    private LockProblems() {}

    public static EngineException notObtained(Duration waited, String schema, String holder) {
        return new EngineException(
                "GW3010",
                ("Waited %d s for the lock on schema %s, which is held by %s. "
                                + "Let that run end, or wait longer (godwit.lockWait), and run again. "
                                + "The lock ends with the connection that holds it: there is nothing to delete.")
                        .formatted(waited.toSeconds(), schema, holder));
    }

    public static EngineException fencedOut(String run, Optional<String> now) {
        return new EngineException(
                "GW3011",
                ("Run %s is no longer the one that may work on this schema%s. It stopped before it changed more; "
                                + "what it had begun is finished by the other run.")
                        .formatted(
                                run,
                                now.map(holder -> ": " + holder + " has taken over")
                                        .orElse("")));
    }

    public static EngineException statementStillRunning(Duration waited, String holder, String connection) {
        return new EngineException(
                "GW3012",
                ("The run of %s has lost its lock, but its connection %s was still executing a statement after %d s. "
                                + "Wait until the statement has ended, or end that connection, and run again.")
                        .formatted(holder, connection, waited.toSeconds()));
    }

    public static EngineException leaseLost(Duration valid) {
        return new EngineException(
                "GW3014",
                ("This run could not renew its lease for %d s, or another run has taken it over. It stopped before it "
                                + "changed more; run again: it goes on where this one was.")
                        .formatted(valid.toSeconds()));
    }

    public static EngineException pathNotKept(String wanted, String actual) {
        return new EngineException(
                "GW3015",
                ("A proxy that pools by transaction stands before this database, so a schema cannot be chosen for a "
                                + "session: unqualified names belong to %s here, and not to %s. Set it for the user "
                                + "(alter role … set search_path = %s), connect past the proxy, or where the proxy keeps "
                                + "sessions say godwit.lock=session.")
                        .formatted(actual, wanted, wanted));
    }

    public static EngineException interrupted() {
        return new EngineException(
                "GW3013", "The thread was interrupted while it waited. Nothing is left behind: run again.");
    }
}
