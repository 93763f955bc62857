package dev.godwit.ledger;

import java.util.Collection;

/** Every message about the ledger, with its code. Codes are never used again for something else. */
final class LedgerMessages {

    private static final String RESTORE = "Restore the file from version control.";

    private LedgerMessages() {}

    static LedgerProblem notALedger(String firstLine) {
        return problem(
                "GW2001",
                "%s is damaged: its first line is '%s' and not '%s'. " + RESTORE,
                Ledger.PATH,
                shortened(firstLine),
                LedgerText.FIRST_LINE);
    }

    static LedgerProblem newerFormat(String version) {
        return problem(
                "GW2002",
                "%s has format %s, and this version of Godwit reads format %d. "
                        + "Use the version of Godwit that wrote it, or a later one.",
                Ledger.PATH,
                version,
                LedgerText.FORMAT);
    }

    static LedgerProblem damaged(int line, String what) {
        return problem("GW2003", "%s is damaged in line %d: %s " + RESTORE, Ledger.PATH, line, what);
    }

    static LedgerProblem unknown(int line, String word) {
        return problem(
                "GW2004",
                "%s has in line %d what this version of Godwit does not know: '%s'. "
                        + "Use the version of Godwit that wrote it, or a later one.",
                Ledger.PATH,
                line,
                shortened(word));
    }

    static LedgerProblem conflict(int line) {
        return problem(
                "GW2005",
                "%s holds the marks of an unresolved merge in line %d. Two branches have added migrations: "
                        + "keep the lines of the branch that is merged first, and add the other branch's again "
                        + "behind them by godwit:rebase.",
                Ledger.PATH,
                line);
    }

    static LedgerProblem unknownRule(int rule) {
        return problem(
                "GW2006",
                "A fingerprint is made by rule %d, and this version of Godwit knows rule %d. "
                        + "Use the version of Godwit that made it, or a later one.",
                rule,
                Fingerprint.CURRENT_RULE);
    }

    static LedgerProblem versionTwice(Version version, Collection<String> names) {
        return problem(
                LedgerProblem.VERSION_TWICE,
                "Version %s is used by %s. Give the later one a version of its own by godwit:rebase.",
                version,
                String.join(" and ", names));
    }

    static LedgerProblem twoFollow(String after, Collection<String> names) {
        return problem(
                "GW2012",
                "%s follow %s. Put one behind the other by godwit:rebase.",
                String.join(" and ", names),
                after.equals("-") ? "nothing, as only the first migration does" : after);
    }

    static LedgerProblem gap(String name, Version after) {
        return problem(
                "GW2013",
                "%s follows %s, which is not there. Restore the missing migration from version control, "
                        + "or put this one behind the last by godwit:rebase.",
                name,
                after);
    }

    static LedgerProblem circle(Collection<String> names) {
        return problem("GW2014", "%s follow each other in a circle. " + RESTORE, String.join(" and ", names));
    }

    private static LedgerProblem problem(String code, String text, Object... arguments) {
        return new LedgerProblem(code, text.formatted(arguments));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
