package dev.godwit.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that keeps a goal from succeeding.
 *
 * @param code stable, such as {@code GW2201}
 * @param text what is wrong, where, and what to do next, without the code
 */
public record Problem(String code, String text) {

    private static final Pattern CODED = Pattern.compile("(GW\\d{4}): (.*)", Pattern.DOTALL);

    /** The problem that a coded message states; empty for a message without a code. */
    public static Optional<Problem> of(String message) {
        Matcher coded = CODED.matcher(message);
        return coded.matches() ? Optional.of(new Problem(coded.group(1), coded.group(2))) : Optional.empty();
    }

    /**
     * The problem that an exception states. Godwit's own exceptions begin with a code; any other is a defect, which the
     * text asks to report.
     */
    public static Problem of(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(Problem::of)
                .orElseGet(() -> unexpected(
                        "Godwit failed unexpectedly: %s. Please report this, with the stack trace that -X shows."
                                .formatted(failure)));
    }

    /** A problem that has no code of its own. */
    static Problem unexpected(String text) {
        return new Problem("GW5999", text);
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
