package dev.godwit.mapping;

/**
 * A coded message: what is wrong and what to do about it.
 *
 * @param code stable, such as {@code GW1001}
 * @param text without the code
 */
public record Message(Severity severity, String code, String text) {

    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    /** The message of an exception whose text begins with its code. */
    public static Message coded(Severity severity, String text) {
        int colon = text.indexOf(": ");
        return new Message(severity, text.substring(0, colon), text.substring(colon + 2));
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
