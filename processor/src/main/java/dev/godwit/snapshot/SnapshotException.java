package dev.godwit.snapshot;

/** A snapshot cannot be used; the message begins with its code. */
public final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private SnapshotException(String code, String text, Object... arguments) {
        super(code + ": " + Snapshot.PATH + " " + text.formatted(arguments));
        this.code = code;
    }

    static SnapshotException damaged(Position at, String what) {
        return new SnapshotException(
                "GW2201", "is damaged at %s: %s Restore the file from version control.", at, sentence(what));
    }

    static SnapshotException newerFormat(long format) {
        return new SnapshotException(
                "GW2202",
                "has format %d, and this version of Godwit reads format %d. "
                        + "Use the version of Godwit that wrote it, or a later one.",
                format,
                SnapshotWriter.FORMAT);
    }

    static SnapshotException unknown(Position at, String word) {
        return new SnapshotException(
                "GW2203",
                "has at %s what this version of Godwit does not know: '%s'. "
                        + "Use the version of Godwit that wrote it, or a later one.",
                at,
                word);
    }

    static SnapshotException conflict(int line) {
        return new SnapshotException(
                "GW2204",
                "holds the marks of an unresolved merge in line %d. Two branches have added migrations: "
                        + "take the file of the branch that is merged first, and add the other branch's migration "
                        + "again behind it by godwit:rebase.",
                line);
    }

    /** Stable, such as {@code GW2201}. */
    public String code() {
        return code;
    }

    private static String sentence(String what) {
        return what.endsWith(".") ? what : what + ".";
    }
}
