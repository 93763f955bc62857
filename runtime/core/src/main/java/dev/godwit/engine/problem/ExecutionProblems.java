package dev.godwit.engine.problem;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What can go wrong while steps are executed: GW3050 to GW3059, GW3070 to GW3079. */
public final class ExecutionProblems {

    private ExecutionProblems() {}

    public static EngineException executedPartEdited(String version, int step, String what) {
        return new EngineException(
                "GW3050",
                ("%s was interrupted, and step %d, which was executed already, is not what it was: it was [%s]. "
                                + "Restore the executed part as it was; what comes behind it may be edited.")
                        .formatted(version, step, what));
    }

    public static EngineException undeclared(String version, String what) {
        return new EngineException(
                "GW3051",
                ("%s was interrupted inside [%s], and nothing tells whether that took effect. Look at the database; "
                                + "then say godwit:repair -Dgodwit.answer=done if it did, or -Dgodwit.answer=undone if it did "
                                + "not, and run again. A statement that says .doneWhen(\"select …\") or .idempotent() "
                                + "needs no answer.")
                        .formatted(version, what));
    }

    public static EngineException statementFailed(String version, String what, String statement, Exception cause) {
        return new EngineException(
                "GW3052",
                ("%s failed at [%s]: %s. The statement was: %s. What was committed before it stays; "
                                + "correct the cause and run again: it goes on here.")
                        .formatted(version, what, Said.by(cause), statement),
                cause);
    }

    public static EngineException locked(String version, String what, int attempts, Duration took, Exception cause) {
        return new EngineException(
                "GW3053",
                ("%s gave way %d times in %d s to somebody else's lock at [%s]: %s. "
                                + "Find the transaction that holds it, or run at a quieter hour, or let statements wait longer "
                                + "(godwit.lockTimeout); it goes on here.")
                        .formatted(version, attempts, took.toSeconds(), what, Said.by(cause)),
                cause);
    }

    public static EngineException rowFailed(String version, String table, String key, Throwable cause) {
        return new EngineException(
                "GW3054",
                ("The transformation of %s in %s threw at the row with %s: %s. Correct the row or the code "
                                + "(and raise its revision), and run again: it goes on at this row.")
                        .formatted(table, version, key, cause),
                cause);
    }

    public static EngineException rowRefused(
            String version, String what, Map<String, ? extends Exception> rows, Exception cause) {
        String said = rows.entrySet().stream()
                .map(row -> row.getKey() + ": " + Said.by(row.getValue()))
                .collect(Collectors.joining("; "));
        return new EngineException(
                "GW3076",
                ("%s failed at [%s] because of single rows: %s. The rows before them are done and stay so. "
                                + "Correct these rows, or what is computed for them, and run again: it goes on there.")
                        .formatted(version, what, said),
                cause);
    }

    public static EngineException nameNotFound(String version, String subject) {
        return new EngineException(
                "GW3055",
                "%s needs the name that the database gave to %s, and there is none. The database was changed outside "
                                .formatted(version, subject)
                        + "of migrations: godwit:status shows where.");
    }

    public static EngineException guardFailed(String version, String query, Exception cause) {
        return new EngineException(
                "GW3056",
                "%s asks before it starts, and the database does not answer: %s. The question was: %s"
                        .formatted(version, Said.by(cause), query),
                cause);
    }

    public static EngineException keyChanges(String version, String table) {
        return new EngineException(
                "GW3057",
                "The transformation of %s in %s has no key that orders the rows: %s."
                        .formatted(table, version, "a key column is NULL"));
    }

    public static EngineException halfAppliedData(String version, String what) {
        return new EngineException(
                "GW3058",
                ("%s is half applied, and what it did to rows cannot be undone from there: [%s]. "
                                + "Finish it by godwit:migrate and roll it back then.")
                        .formatted(version, what));
    }

    public static EngineException nothingToRepair() {
        return new EngineException(
                "GW3059", "There is nothing to repair: no step waits for an answer. Run godwit:migrate.");
    }

    public static EngineException resumeQueryFailed(String version, String query, Exception cause) {
        return new EngineException(
                "GW3070",
                ("%s was interrupted, and the query that tells whether its step took effect fails: %s. "
                                + "The query is: %s. Say godwit:repair -Dgodwit.answer=done or undone.")
                        .formatted(version, Said.by(cause), query),
                cause);
    }

    public static EngineException copyUnasked(String version, String what, String lock, String size, long most) {
        return new EngineException(
                "GW3072",
                ("%s stops before [%s]: only a copy of the table can do that (%s), and the table has %s, more than the "
                                + "%d that are copied unasked. Say -Dgodwit.allowCopy=true (from code .allowCopies()) at an hour when "
                                + "its users can wait, or change the table by way of a new column.")
                        .formatted(version, what, lock, size, most));
    }

    public static EngineException tookTooLong(String version, String what, Duration limit) {
        return new EngineException(
                "GW3073",
                ("%s was ended at [%s], which took longer than the %d s that a statement may take. Find out what keeps it, "
                                + "or allow more time (godwit.statementLimit), and run again: it goes on here.")
                        .formatted(version, what, limit.toSeconds()));
    }

    public static EngineException waitedTooLong(String version, String what, Duration waited, String blocker) {
        return new EngineException(
                "GW3074",
                ("%s was ended at [%s], which had waited %d s for %s. End that transaction, or allow more time "
                                + "(godwit.indexWait), and run again: what is half built is removed and built anew.")
                        .formatted(version, what, waited.toSeconds(), blocker));
    }

    public static EngineException hookFailed(String when, Throwable cause) {
        String next = when.equals("before")
                ? "Nothing was executed; run it again when the hook works."
                : "What the run did stays; run it again, which does what is left: the hook.";
        return new EngineException(
                "GW3071", "The hook %s the run failed: %s. %s".formatted(when, Said.by(cause), next), cause);
    }
}
