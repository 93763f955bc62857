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

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
